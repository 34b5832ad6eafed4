/** How a code of a question, a choice or a requested file looks: `marital-status`. */
export const codeShape = /^[a-z][a-z0-9-]{0,39}$/;

/** A code made from words, for those who write none. */
export function codeFrom(words: string, otherwise: string): string {
  const code = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return code === '' ? otherwise : code;
}
