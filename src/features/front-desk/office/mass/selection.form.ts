import { z } from 'zod';
import type { Selection } from '#features/booking/index.ts';
import { fieldErrors, type FormValues, formList, formValue } from '#platform/http/form.ts';
import type { FieldError } from '#platform/http/problem.ts';
import type { Language } from '#platform/language.ts';
import { typedDateSchema } from '#ui/fields/typed-date.ts';

/** A selection reaches at most so far: longer ones are made in parts. */
export const mostDays = 366;

/** Ticked bookings of one page. */
export const onPage = 50;

/** The fields of a selection, as addresses and forms carry them. */
export const selectionFields = ['from', 'to', 'starts', 'ends', 'planner', 'service', 'who'] as const;

const day = typedDateSchema.refine((date) => date.year >= 2000 && date.year < 2100, 'date');
const time = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || /^([01]?\d|2[0-3])[:.][0-5]\d$/.test(typed), 'time')
  .transform((typed) => (typed === '' ? null : typed.replace('.', ':').padStart(5, '0')));

const schema = z
  .object({
    from: day,
    to: day,
    starts: time,
    ends: time,
    planner: z
      .string()
      .regex(/^([1-9]\d{0,8})?$/, 'unknown')
      .default(''),
    service: z
      .string()
      .regex(/^[\w-]{0,60}$/, 'unknown')
      .default(''),
  })
  .superRefine(({ from, to, starts, ends }, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (Temporal.PlainDate.compare(from, to) > 0) wrong('to', 'date-order');
    else if (from.until(to, { largestUnit: 'day' }).days >= mostDays) wrong('to', 'out-of-range');
    if (starts !== null && ends !== null && starts >= ends) wrong('ends', 'date-order');
  });

export interface AskedSelection {
  readonly selection: Selection;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

/** The selection asked for: today's bookings where nothing was said, and where what was said makes no sense. */
export function readSelection(
  sent: FormValues,
  { officeId, today, language }: { officeId: number; today: Temporal.PlainDate; language: Language },
): AskedSelection {
  const from = formValue(sent, 'from') || today.toString();
  const values: FormValues = { ...sent, from, to: formValue(sent, 'to') || from };
  const parsed = schema.safeParse(values);
  const nothing = { officeId, from: today, to: today, starts: null, ends: null, plannerId: null, serviceCode: null };
  if (!parsed.success) return { selection: nothing, values, errors: fieldErrors(parsed.error, language) };
  const { planner, service, ...when } = parsed.data;
  const ticked = formList(values, 'code').filter((code) => /^[0-9A-Z]{1,20}$/.test(code));
  const selection = {
    ...when,
    officeId,
    plannerId: planner === '' ? null : Number(planner),
    serviceCode: service === '' ? null : service,
    codes: formValue(values, 'who') === 'ticked' ? ticked.slice(0, onPage) : undefined,
  };
  return { selection, values, errors: [] };
}

/** A selection as fields, to be written into an address or a form; without the ticks: what they were made on. */
export function selectionValues(values: FormValues, withTicks = true): [string, string][] {
  const fields = selectionFields
    .filter((name) => withTicks || name !== 'who')
    .map((name): [string, string] => [name, formValue(values, name)])
    .filter(([, value]) => value !== '');
  if (!withTicks || formValue(values, 'who') !== 'ticked') return fields;
  return [...fields, ...formList(values, 'code').map((code): [string, string] => ['code', code])];
}
