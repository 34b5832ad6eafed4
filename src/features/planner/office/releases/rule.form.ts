import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import type { Planner } from '../../planner.query.ts';
import type { AskedRule } from '../../releases/rule-body.ts';
import { everyWeekday } from '../../releases/release-rule.rules.ts';
import { ruleOf } from '../../slots/horizon.rules.ts';
import { choices, optionalTime, typedNumber, typedTime } from '../form-fields.ts';

export const ruleKinds = ['rolling', 'weekly', 'monthly', 'drip', 'by-hand'] as const;
export type RuleKind = (typeof ruleKinds)[number];

const time = typedTime.refine((typed) => typed !== '24:00', 'time');
const weekday = z.enum(['1', '2', '3', '4', '5', '6', '7'], 'required').transform(Number);
const weekdays = choices
  .refine((days) => days.every((day) => /^[1-7]$/.test(day)), 'invalid')
  .refine((days) => days.length > 0, 'required-choice')
  .transform((days) => [...new Set(days.map(Number))].sort((a, b) => a - b));
const clock = z.enum(['office', 'rome'], 'required').default('office');
const optionalNumber = (min: number, max: number) =>
  z.union([z.literal('').transform(() => null), typedNumber(min, max)]).default(null);
const spreadMinutes = optionalNumber(0, 1_440).transform((minutes) => minutes ?? 0);

const common = {
  horizonDays: typedNumber(1, 400),
  returned: z.enum(['at-once', 'random'], 'required').default('at-once'),
  returnedMin: optionalNumber(0, 10_080),
  returnedMax: optionalNumber(1, 10_080),
};

const byKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rolling'), clock, weekdays, time, spreadMinutes, ...common }),
  z.object({
    kind: z.literal('weekly'),
    clock,
    ...Object.fromEntries(
      everyWeekday.map((day) => [`times.${day}`, optionalTime.refine((typed) => typed !== '24:00', 'time')]),
    ),
    spreadMinutes,
    ...common,
  }),
  z.object({
    kind: z.literal('monthly'),
    clock,
    monthOn: z.enum(['day', 'weekday'], 'required'),
    monthDay: optionalNumber(1, 28),
    monthNth: z.enum(['1', '2', '3', '4', '-1']).default('1').transform(Number),
    monthWeekday: weekday.default(1),
    time,
    months: optionalNumber(0, 12),
    spreadMinutes,
    ...common,
  }),
  z.object({
    kind: z.literal('drip'),
    clock,
    weekdays,
    from: time,
    until: time,
    everyMinutes: typedNumber(1, 720),
    seats: typedNumber(1, 1_000),
    ...common,
  }),
  z.object({ kind: z.literal('by-hand'), ...common }),
]);

/** The rule that the form asks for, with the settings beside it. */
export const ruleSchema = byKind.transform((form, context) => {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const { horizonDays, returned, returnedMin, returnedMax } = form;
  const minMinutes = returnedMin ?? 30;
  const maxMinutes = returnedMax ?? 720;
  if (returned === 'random' && minMinutes > maxMinutes) wrong('returnedMax', 'below-min');
  const asked = askedRule(form, wrong);
  return {
    asked,
    horizonDays,
    returned: { seats: returned, minMinutes, maxMinutes: Math.max(minMinutes, maxMinutes) },
  };
});

function askedRule(form: z.output<typeof byKind>, wrong: (field: string, message: string) => void): AskedRule {
  switch (form.kind) {
    case 'by-hand':
      return { kind: 'by-hand' };
    case 'rolling': {
      const { kind, clock: clockOf, weekdays: days, time: at, spreadMinutes: spread } = form;
      return { kind, clock: clockOf, weekdays: days, time: at, spreadMinutes: spread };
    }
    case 'weekly': {
      const typed: Readonly<Record<string, unknown>> = form;
      const moments = everyWeekday.flatMap((day) => {
        const at = typed[`times.${day}`];
        return typeof at === 'string' ? [{ weekday: day, time: at }] : [];
      });
      if (moments.length === 0) wrong('times.1', 'no-moment');
      return { kind: 'weekly', clock: form.clock, moments, spreadMinutes: form.spreadMinutes };
    }
    case 'monthly': {
      if (form.monthOn === 'day' && form.monthDay === null) wrong('monthDay', 'required');
      const nth =
        form.monthNth === -1 ? -1 : form.monthNth === 2 ? 2 : form.monthNth === 3 ? 3 : form.monthNth === 4 ? 4 : 1;
      const on = form.monthOn === 'day' ? { day: form.monthDay ?? 1 } : ({ nth, weekday: form.monthWeekday } as const);
      const { kind, clock: clockOf, time: at, months, spreadMinutes: spread } = form;
      return { kind, clock: clockOf, on, time: at, months, spreadMinutes: spread };
    }
    case 'drip': {
      const { kind, clock: clockOf, weekdays: days, from, until, everyMinutes, seats } = form;
      if (until <= from) wrong('until', 'before-start');
      return { kind, clock: clockOf, weekdays: days, from, until, everyMinutes, seats };
    }
  }
}

const manyAtOnce: ReadonlySet<RuleKind> = new Set(['weekly', 'monthly', 'drip']);

/** What the form shows of a planner's rule, or of another kind of rule that is begun. */
export function ruleValues(planner: Planner, kind: RuleKind): FormValues {
  const rule = ruleOf({ ...planner, zone: 'UTC' });
  const { horizonDays, returned } = planner;
  const values: Record<string, string | string[]> = {
    kind,
    horizonDays: String(horizonDays),
    // Seats that many wait for at one moment come back unforeseen, unless the office has said otherwise of this very rule.
    returned: rule.kind !== kind && manyAtOnce.has(kind) ? 'random' : returned.seats,
    returnedMin: String(returned.minMinutes),
    returnedMax: String(returned.maxMinutes),
    clock: 'clock' in rule ? rule.clock : 'office',
    weekdays: 'weekdays' in rule ? rule.weekdays.map(String) : everyWeekday.map(String),
    time: 'time' in rule ? rule.time.slice(0, 5) : planner.releaseTime,
    spreadMinutes: 'spreadMinutes' in rule && rule.spreadMinutes > 0 ? String(rule.spreadMinutes) : '',
    monthOn: rule.kind === 'monthly' && !('day' in rule.on) ? 'weekday' : 'day',
    monthDay: rule.kind === 'monthly' && 'day' in rule.on ? String(rule.on.day) : '1',
    monthNth: rule.kind === 'monthly' && 'nth' in rule.on ? String(rule.on.nth) : '1',
    monthWeekday: rule.kind === 'monthly' && 'weekday' in rule.on ? String(rule.on.weekday) : '1',
    months: rule.kind === 'monthly' && rule.months !== null ? String(rule.months) : '',
    from: rule.kind === 'drip' ? rule.from : '09:00',
    until: rule.kind === 'drip' ? rule.until : '18:00',
    everyMinutes: rule.kind === 'drip' ? String(rule.everyMinutes) : '30',
    seats: rule.kind === 'drip' ? String(rule.seats) : '5',
  };
  if (rule.kind === 'weekly') for (const { weekday: day, time: at } of rule.moments) values[`times.${day}`] = at;
  return values;
}
