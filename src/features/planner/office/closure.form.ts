import { z } from 'zod';
import { closureFaults } from '../closure-faults.rules.ts';
import type { NewClosure } from '../closures.ts';

import { optionalDay, optionalTime, typedDay } from './form-fields.ts';

/** A closure as typed, for an office where it is `today`. */
export function closureSchema(today: Temporal.PlainDate) {
  return z
    .object({
      firstDay: typedDay,
      lastDay: optionalDay,
      starts: optionalTime,
      ends: optionalTime,
      reasonIt: z.string('required').trim().min(1, 'required').max(200, 'too-long'),
      reasonEn: z.string('required').trim().min(1, 'required').max(200, 'too-long'),
      planner: z
        .string()
        .regex(/^([1-9]\d{0,8})?$/, 'unknown-planner')
        .default(''),
    })
    .transform((typed, context): NewClosure => {
      const closure = {
        firstDay: typed.firstDay.toString(),
        lastDay: (typed.lastDay ?? typed.firstDay).toString(),
        starts: typed.starts,
        ends: typed.ends,
      };
      for (const { field, reason } of closureFaults(closure, today))
        context.addIssue({ code: 'custom', path: [field], message: reason });
      return {
        ...closure,
        reason: { it: typed.reasonIt, en: typed.reasonEn },
        plannerId: typed.planner === '' ? null : Number(typed.planner),
      };
    });
}
