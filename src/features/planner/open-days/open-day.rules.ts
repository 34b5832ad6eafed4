import type { LocalText } from '#platform/language.ts';

/** What an open day is called, and what people should know of it. */
export interface OpenDay {
  readonly name: LocalText;
  readonly text: LocalText | null;
}
