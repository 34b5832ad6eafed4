import type { WrittenLanguage } from '#platform/language.ts';

export type MassKind = 'move' | 'cancel' | 'message';

/** Why a booking that was chosen was left as it is. */
export const massSkips = [
  'already-cancelled',
  'over',
  'covered',
  'no-email',
  'not-found',
  'no-seat',
  'already-offered',
] as const;
export type MassSkip = (typeof massSkips)[number];

/** What people are told, in each written language; readers of another get the one that stands in for theirs. */
export interface MassWords {
  readonly subject: Readonly<Record<WrittenLanguage, string>>;
  readonly text: Readonly<Record<WrittenLanguage, string>>;
}

/** More than so many are asked about twice before they are cancelled. */
export const askedTwiceAbove = 20;

/** Messages that one minute sends: a thousand people are written to in five, and a mail server is not flooded. */
export const messagesAMinute = 200;
