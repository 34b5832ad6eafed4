/** The books there are, by the name in their address and of their sources in `docs/manual/`. */
export const books = ['citizen', 'operator', 'faq'] as const;

export type BookName = (typeof books)[number];

export function isBook(name: string): name is BookName {
  return books.some((book) => book === name);
}

/** A piece of a line. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'label' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Line = readonly Span[];

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'note'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  /** `name` of a page in the list that the journeys walk; `alt` says what one sees there. */
  | { readonly kind: 'picture'; readonly name: string; readonly alt: string };

export interface Book {
  readonly title: string;
  /** The first paragraph. */
  readonly lead: string;
  readonly blocks: readonly Block[];
}

/** A part of an address made from a heading: `Come si prenota?` → `come-si-prenota`. */
export function headingId(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The words of a line, without what they look like. */
export function plain(line: Line): string {
  return line.map((span) => (span.kind === 'label' ? `“${span.text}”` : span.text)).join('');
}
