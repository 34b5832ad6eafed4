import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import { officeEmail, officePhone, optionalLine } from '../contact-fields.ts';
import type { SetUpHours, SetUpShift } from './hours.rules.ts';

/** What people need to find and reach the office; the rest can wait. */
export const setUpDetailsSchema = z.object({
  address: optionalLine(300).refine((text) => text !== null, 'required'),
  email: officeEmail.refine((text) => text !== null, 'required'),
  phone: officePhone.refine((text) => text !== null, 'required'),
});

const days = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [...new Set([value].flat())])
  .refine((all) => all.every((day) => /^[1-7]$/.test(day)), 'required-choice')
  .transform((all) => all.map(Number).toSorted((a, b) => a - b));

const time = z
  .string()
  .default('')
  .transform((typed) =>
    typed
      .trim()
      .replace('.', ':')
      .replace(/^(\d):/, '0$1:'),
  )
  .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), 'time');

const number = (min: number, max: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.trim())
    .refine((text) => text !== '', 'required')
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, 'range');

/** The week of an office: mornings, afternoons or none, how long an appointment lasts and at how many desks. */
export const setUpHoursSchema = z
  .object({
    morningDays: days.refine((all) => all.length > 0, 'required-choice'),
    morningStarts: time.refine((text) => text !== '', 'required'),
    morningEnds: time.refine((text) => text !== '', 'required'),
    afternoonDays: days,
    afternoonStarts: time,
    afternoonEnds: time,
    minutes: number(5, 240),
    desks: number(1, 50),
  })
  .transform((typed, context): SetUpHours => {
    const fault = (field: string, message: string) => context.addIssue({ code: 'custom', message, path: [field] });
    const morning = { weekdays: typed.morningDays, starts: typed.morningStarts, ends: typed.morningEnds };
    const hasAfternoon = typed.afternoonDays.length > 0;
    const afternoon = { weekdays: typed.afternoonDays, starts: typed.afternoonStarts, ends: typed.afternoonEnds };
    checkShift(morning, 'morning', typed.minutes, fault);
    if (hasAfternoon) {
      if (afternoon.starts === '') fault('afternoonStarts', 'required');
      else if (afternoon.ends === '') fault('afternoonEnds', 'required');
      else checkShift(afternoon, 'afternoon', typed.minutes, fault);
      const isSameDay = afternoon.weekdays.some((day) => morning.weekdays.includes(day));
      if (isSameDay && afternoon.starts !== '' && afternoon.starts < morning.ends) fault('afternoonStarts', 'overlap');
    }
    return { morning, afternoon: hasAfternoon ? afternoon : null, minutes: typed.minutes, desks: typed.desks };
  });

function checkShift(
  { starts, ends }: SetUpShift,
  name: 'morning' | 'afternoon',
  minutes: number,
  fault: (field: string, message: string) => void,
): void {
  const length = minuteOf(ends) - minuteOf(starts);
  if (length <= 0) fault(`${name}Ends`, 'before-start');
  else if (length < minutes) fault('minutes', 'no-slot');
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

export function hoursValues({ morning, afternoon, minutes, desks }: SetUpHours): FormValues {
  return {
    morningDays: morning.weekdays.map(String),
    morningStarts: morning.starts,
    morningEnds: morning.ends,
    afternoonDays: (afternoon?.weekdays ?? []).map(String),
    afternoonStarts: afternoon?.starts ?? '15:00',
    afternoonEnds: afternoon?.ends ?? '17:00',
    minutes: String(minutes),
    desks: String(desks),
  };
}

/** Services chosen from the catalogue. */
export const setUpServicesSchema = z.object({
  services: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [...new Set([value].flat())])
    .refine((all) => all.length > 0, 'required-choice'),
});

export const horizons = [14, 30, 45, 60] as const;
export const notices = [0, 60, 1440, 2880] as const;

const oneOf = (choices: readonly number[]) =>
  z.coerce.number({ error: 'required-choice' }).refine((value) => choices.includes(value), 'required-choice');

/** When the first week begins, and how seats are given out. */
export function setUpPlannerSchema(today: Temporal.PlainDate) {
  return z.object({
    from: z
      .string()
      .default('')
      .transform((typed, context) => {
        const day = /^\d{4}-\d\d-\d\d$/.test(typed) ? readDay(typed) : undefined;
        const fault = typed === '' ? 'required' : day === undefined ? 'date' : dayFault(day, today);
        if (day !== undefined && fault === undefined) return day;
        context.addIssue({ code: 'custom', message: fault ?? 'date' });
        return z.NEVER;
      }),
    horizonDays: oneOf(horizons),
    noticeMinutes: oneOf(notices),
  });
}

function readDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function dayFault(day: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  if (Temporal.PlainDate.compare(day, today) < 0) return 'day-past';
  return Temporal.PlainDate.compare(day, today.add({ days: 90 })) > 0 ? 'day-far' : undefined;
}
