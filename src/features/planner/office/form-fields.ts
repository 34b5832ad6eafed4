import { z } from 'zod';
import { typedDateSchema } from '#ui/fields/typed-date.ts';

/** A day of an office's plans: of this century. Reasons: `required`, `date`. */
export const typedDay = typedDateSchema.refine((day) => day.year >= 2000 && day.year < 2100, 'date');

/** A day that may be left out: null then. */
export const optionalDay = z.union([z.literal('').transform(() => null), typedDay]).default(null);

/** A time of day as typed: `9:30`, `09.30`, `24:00` for the end of the day; as `HH:MM`. Reasons: `required`, `time`. */
export const typedTime = z
  .string('required')
  .trim()
  .min(1, 'required')
  .transform((typed, context) => {
    const time = readTime(typed);
    if (time !== undefined) return time;
    context.addIssue({ code: 'custom', message: 'time' });
    return z.NEVER;
  });

/** A time that may be left out: null then. */
export const optionalTime = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return null;
    const time = readTime(typed);
    if (time !== undefined) return time;
    context.addIssue({ code: 'custom', message: 'time' });
    return z.NEVER;
  });

/** A whole number within bounds. Reasons: `required`, `number`, `out-of-range`. */
export function typedNumber(min: number, max: number) {
  return z
    .string('required')
    .trim()
    .min(1, 'required')
    .regex(/^\d{1,6}$/, 'number')
    .transform(Number)
    .refine((number) => number >= min && number <= max, 'out-of-range');
}

/** The chosen boxes of a group: one, several or none. */
export const choices = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat());

function readTime(typed: string): string | undefined {
  const parts = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(typed);
  const [hours, minutes] = [Number(parts?.[1] ?? NaN), Number(parts?.[2] ?? NaN)];
  const isTime = (hours <= 23 && minutes <= 59) || (hours === 24 && minutes === 0);
  return isTime ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined;
}

/** The number of a planner of the office; empty for all of it. */
export const chosenPlanner = z
  .string()
  .regex(/^([1-9]\d{0,8})?$/, 'unknown-planner')
  .default('');

/** Why the office is closed or open: citizens read it. */
export const givenReason = z.string('required').trim().min(1, 'required').max(200, 'too-long');
