import { z } from 'zod';
import { type FormValues, formList, formValue } from '#platform/http/form.ts';
import { readTypedDate } from '#ui/fields/typed-date.ts';
import type { Wishes } from '../../waiting-list/wishes.rules.ts';

export const wishFields = ['party', 'weekdays', 'fromDay', 'toDay', 'fromTime', 'toTime', 'offices'] as const;

const optionalDay = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null;
    const day = readTypedDate(typed);
    if (day) return day;
    context.addIssue({ code: 'custom', message: 'date' });
    return z.NEVER;
  });

const optionalTime = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(typed) ?? [];
    if (typed === '') return null;
    if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
      return new Temporal.PlainTime(Number(hour), Number(minute));
    context.addIssue({ code: 'custom', message: 'time' });
    return z.NEVER;
  });

const several = (item: z.ZodType<string>) => z.union([z.array(item), item.transform((one) => [one])]).default([]);

/** What somebody on a waiting list wishes, as the form sends it. `today` is the office's. */
export function wishesSchema({ partyMax, today }: { partyMax: number; today: Temporal.PlainDate }) {
  return z
    .object({
      party: z.coerce.number('required').int().min(1, 'required').max(partyMax, 'party-too-large').default(1),
      weekdays: several(z.string().regex(/^[1-7]$/, 'required-choice')).refine((days) => days.length > 0, 'weekdays'),
      fromDay: optionalDay,
      toDay: optionalDay,
      fromTime: optionalTime,
      toTime: optionalTime,
      offices: several(z.string().max(60)),
    })
    .superRefine(({ fromDay, toDay, fromTime, toTime }, context) => {
      const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (toDay && Temporal.PlainDate.compare(toDay, today) < 0) wrong('toDay', 'day-past');
      else if (fromDay && toDay && Temporal.PlainDate.compare(fromDay, toDay) > 0) wrong('toDay', 'days-crossed');
      if (fromTime && toTime && Temporal.PlainTime.compare(fromTime, toTime) >= 0) wrong('toTime', 'hours-crossed');
    })
    .transform(({ offices, weekdays, ...rest }): { wishes: Wishes; offices: string[] } => ({
      wishes: { ...rest, weekdays: [...new Set(weekdays.map(Number))].sort((a, b) => a - b) },
      offices: [...new Set(offices)],
    }));
}

/** The form as it shows wishes that are known. */
export function wishValues(wishes: Wishes, offices: readonly string[]): FormValues {
  const time = (value: Temporal.PlainTime | null) => value?.toString({ smallestUnit: 'minute' }) ?? '';
  return {
    party: String(wishes.party),
    weekdays: wishes.weekdays.map(String),
    fromDay: wishes.fromDay?.toString() ?? '',
    toDay: wishes.toDay?.toString() ?? '',
    fromTime: time(wishes.fromTime),
    toTime: time(wishes.toTime),
    offices: [...offices],
  };
}

/** Wishes as the query of an address, so that nothing is typed again after the login; they say nothing about the person. */
export function wishQuery(values: FormValues): string {
  const query = new URLSearchParams();
  for (const name of wishFields)
    for (const value of formList(values, name)) if (value !== '') query.append(name, value.slice(0, 60));
  return query.toString();
}

/** The form as an address describes it; a week without choices is a whole week. */
export function valuesFromQuery(query: unknown, party: number): FormValues {
  const sent = typeof query === 'object' && query !== null ? (query as Record<string, unknown>) : {};
  const known = wishFields.flatMap((name): [string, string | string[]][] => {
    const value = sent[name];
    if (typeof value === 'string') return [[name, value]];
    return Array.isArray(value) ? [[name, value.filter((item) => typeof item === 'string')]] : [];
  });
  const values: FormValues = Object.fromEntries(known);
  return {
    ...values,
    party: formValue(values, 'party') || String(party),
    weekdays:
      formList(values, 'weekdays').length > 0 ? formList(values, 'weekdays') : ['1', '2', '3', '4', '5', '6', '7'],
  };
}
