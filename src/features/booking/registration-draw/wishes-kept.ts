import { createHash } from 'node:crypto';
import type { Wishes } from '../waiting-list/wishes.rules.ts';

/** Wishes as the table keeps them and as their hash is made. Times `HH:MM`, days ISO. */
export interface KeptWishes {
  readonly party: number;
  readonly weekdays: readonly number[];
  readonly from: string | null;
  readonly to: string | null;
  readonly fromTime: string | null;
  readonly toTime: string | null;
}

export function keepWishes(wishes: Wishes): KeptWishes {
  const time = (value: Temporal.PlainTime | null) => value?.toString({ smallestUnit: 'minute' }) ?? null;
  return {
    party: wishes.party,
    weekdays: wishes.weekdays,
    from: wishes.fromDay?.toString() ?? null,
    to: wishes.toDay?.toString() ?? null,
    fromTime: time(wishes.fromTime),
    toTime: time(wishes.toTime),
  };
}

export function readKept(kept: KeptWishes): Wishes {
  return {
    party: kept.party,
    weekdays: kept.weekdays,
    fromDay: kept.from === null ? null : Temporal.PlainDate.from(kept.from),
    toDay: kept.to === null ? null : Temporal.PlainDate.from(kept.to),
    fromTime: kept.fromTime === null ? null : Temporal.PlainTime.from(kept.fromTime),
    toTime: kept.toTime === null ? null : Temporal.PlainTime.from(kept.toTime),
  };
}

/**
 * The text whose hash stands for somebody's wishes before and after the draw: one line of JSON without blanks, its keys in
 * this order, the offices by their codes, the one preferred first.
 */
export function wishesText(kept: KeptWishes, offices: readonly string[]): string {
  const { party, weekdays, from, to, fromTime, toTime } = kept;
  return JSON.stringify({ party, weekdays, from, to, fromTime, toTime, offices });
}

/** `salt` (32 hexadecimal digits) is shown to nobody but the person: without it few wishes would have to be tried. */
export function wishesHash(salt: string, text: string): string {
  return createHash('sha256').update(`${salt}\n${text}`).digest('hex');
}

/** The list of everybody's wishes as it is fixed at closing: a line each, in the order of the tickets. */
export function wishesList(
  tickets: readonly { readonly number: number; readonly pseudonym: string; readonly wishesHash: string }[],
): { text: string; root: string } {
  const text = tickets.map(({ number, pseudonym, wishesHash: hash }) => `${number} ${pseudonym} ${hash}\n`).join('');
  return { text, root: createHash('sha256').update(text).digest('hex') };
}
