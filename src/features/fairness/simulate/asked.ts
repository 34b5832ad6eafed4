import { fieldError, type FormValues } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Language } from '#platform/language.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import type { Way } from './simulate.rules.ts';

/** What a simulation is about. */
export interface Asked {
  readonly seats: number;
  readonly people: number;
  readonly turnMinutes: number;
  readonly way: Way;
  readonly opensAt: Temporal.Instant;
}

export const ways = ['none', 'first-come', 'draw', 'registration-draw'] as const;

/** Reads the address; what is not in it is as the planner's next release has it. What is wrong is told, and left out. */
export function askedIn(
  query: unknown,
  { usual, zone, language }: { usual: Asked; zone: string; language: Language },
): { readonly asked: Asked; readonly values: FormValues; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (field: string, reason: string) => errors.push(fieldError(field, reason, language));
  const local = usual.opensAt.toZonedDateTimeISO(zone);
  const values: Record<string, string> = {
    seats: queryText(query, 'seats') || String(usual.seats),
    people: queryText(query, 'people') || String(usual.people),
    turnMinutes: queryText(query, 'turnMinutes') || String(usual.turnMinutes),
    way: queryText(query, 'way') || usual.way,
    day: queryText(query, 'day') || local.toPlainDate().toString(),
    time: queryText(query, 'time') || local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
  const number = (name: string, least: number, most: number, otherwise: number): number => {
    const typed = values[name] ?? '';
    const read = /^\d{1,7}$/.test(typed) ? Number(typed) : NaN;
    if (read >= least && read <= most) return read;
    wrong(name, Number.isNaN(read) ? 'number' : 'out-of-range');
    return otherwise;
  };
  const seats = number('seats', 1, 100_000, usual.seats);
  const people = number('people', 0, 1_000_000, usual.people);
  const turnMinutes = number('turnMinutes', 2, 60, usual.turnMinutes);
  const way = ways.find((one) => one === values['way']);
  if (way === undefined) wrong('way', 'invalid');
  const day = readTypedDate(values['day'] ?? '');
  if (!day || day.year < 2000 || day.year >= 2100) wrong('day', 'date');
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(values['time'] ?? '') ?? [];
  const isTime = hours !== '' && Number(hours) <= 23 && Number(minutes) <= 59;
  if (!isTime) wrong('time', 'time');
  const opensAt =
    isTime && day && day.year >= 2000 && day.year < 2100
      ? day
          .toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Number(hours), Number(minutes)) })
          .toInstant()
      : usual.opensAt;
  return { asked: { seats, people, turnMinutes, way: way ?? usual.way, opensAt }, values, errors };
}
