import type { Reading } from '../field.ts';
import { readDay, readHour, readMoment } from './dates.rules.ts';
import { plainWord, readList, readNumber, readWeekdays, readYesNo } from './words.rules.ts';

type Reader = (text: string) => Reading;

const found = <Value>(value: Value | undefined, reason: Extract<Reading, { ok: false }>['reason']): Reading =>
  value === undefined ? { ok: false, reason } : { ok: true, value };

export const day: Reader = (text) => found(readDay(text)?.toString(), 'day');
/** as the database writes it: `09:30:00` */
export const hour: Reader = (text) => {
  const read = readHour(text);
  return found(read === undefined ? undefined : `${read}:00`, 'hour');
};
export const moment: Reader = (text) => found(readMoment(text, 'Europe/Rome')?.toString(), 'moment');
export const yesNo: Reader = (text) => found(readYesNo(text), 'yes-no');
export const number: Reader = (text) => found(readNumber(text), 'number');
export const weekdays: Reader = (text) => found(readWeekdays(text), 'weekdays');

export const wholeNumber: Reader = (text) => {
  const read = readNumber(text);
  return found(Number.isSafeInteger(read) ? read : undefined, 'whole-number');
};

export function text(most: number): Reader {
  return (typed) =>
    typed.length > most ? { ok: false, reason: 'too-long', detail: String(most) } : { ok: true, value: typed };
}

export const list: Reader = (typed) => ({ ok: true, value: readList(typed) });

export const numbers: Reader = (typed) => {
  const parts = readList(typed).map(Number);
  return found(parts.every(Number.isSafeInteger) ? parts : undefined, 'whole-number');
};

export const json: Reader = (typed) => {
  try {
    return { ok: true, value: JSON.parse(typed) as unknown };
  } catch {
    return { ok: false, reason: 'json' };
  }
};

/** One of some words: ours, or those that other systems and people use for them. */
export function choice(words: Readonly<Record<string, readonly string[]>>): Reader {
  const all = new Map(
    Object.entries(words).flatMap(([value, names]) =>
      [value, ...names].map((name) => [plainWord(name), value] as const),
    ),
  );
  const detail = Object.keys(words).join(', ');
  return (typed) => {
    const value = all.get(plainWord(typed));
    return value === undefined ? { ok: false, reason: 'choice', detail } : { ok: true, value };
  };
}
