import type { Language } from '#platform/language.ts';

/** What an e-mail says, before it becomes HTML and plain text. */
export interface Letter {
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly {
    readonly filename: string;
    readonly content: string | Buffer;
    readonly contentType: string;
  }[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'action'; readonly label: string; readonly url: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'translation';
      readonly language: Language;
      readonly heading: string;
      readonly blocks: readonly Block[];
    };

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const title = (words: string): Block => ({ kind: 'title', text: words });
export const facts = (list: readonly (readonly [label: string, value: string])[]): Block => ({
  kind: 'facts',
  facts: list,
});
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });
/** The one thing to do: a button. */
export const action = (label: string, url: string): Block => ({ kind: 'action', label, url });
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url });
/** Digits to type elsewhere, on a line of their own. */
export const code = (digits: string): Block => ({ kind: 'code', code: digits });
/** The same letter again, in another language than the whole of it. */
export const translation = (language: Language, { heading, blocks }: Letter): Block => ({
  kind: 'translation',
  language,
  heading,
  blocks,
});
