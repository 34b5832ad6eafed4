import { z } from 'zod';
import type { FormValues } from '#platform/http/form.ts';
import type { Planner } from '../planner.query.ts';
import type { PlannerSettings } from '../editing/settings.rules.ts';
import { audienceFields, audienceOf, audienceValues } from './audience.form.ts';
import { choices, typedNumber, typedTime } from './form-fields.ts';

/** Notice is typed in hours, halves allowed. */
const typedHours = z
  .string()
  .trim()
  .default('')
  .transform((typed, context) => {
    if (typed === '') return 0;
    const hours = /^\d{1,4}([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : NaN;
    if (hours >= 0 && hours <= 2_000) return Math.round(hours * 60);
    context.addIssue({ code: 'custom', message: Number.isNaN(hours) ? 'number' : 'out-of-range' });
    return z.NEVER;
  });

export const settingsSchema = z
  .object({
    name: z.string('required').trim().min(1, 'required').max(80, 'too-long'),
    offerings: choices
      .refine((ids) => ids.every((id) => /^[1-9]\d{0,8}$/.test(id)), 'invalid')
      .refine((ids) => ids.length > 0, 'required-choice'),
    horizonDays: typedNumber(1, 400),
    releaseTime: typedTime.refine((time) => time !== '24:00', 'time'),
    noticeHours: typedHours,
    ...audienceFields,
  })
  .transform(
    ({ name, offerings, horizonDays, releaseTime, noticeHours, ...audience }, context): PlannerSettings => ({
      name,
      offeringIds: offerings.map(Number),
      horizonDays,
      releaseTime,
      noticeMinutes: noticeHours,
      audience: audienceOf(audience, context),
    }),
  );

/** What the form shows of a planner that exists, or of a new one. */
export function settingsValues(planner: Planner | undefined): FormValues {
  if (planner === undefined)
    return { horizonDays: '90', releaseTime: '00:00', noticeHours: '0', ...audienceValues(undefined) };
  return {
    name: planner.name,
    offerings: planner.services.map((service) => String(service.offeringId)),
    horizonDays: String(planner.horizonDays),
    releaseTime: planner.releaseTime,
    noticeHours: String(planner.noticeMinutes / 60),
    ...audienceValues(planner.audience),
  };
}
