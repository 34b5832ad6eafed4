import { z } from 'zod';
import type { NewClosure } from '../../calendar/calendar-change.rules.ts';
import { closureFaults } from '../../calendar/closure-faults.rules.ts';
import { chosenPlanner, givenReason, optionalDay, optionalTime, typedDay } from '../form-fields.ts';

/** A closure as typed, for an office where it is `today`. */
export function closureSchema(today: Temporal.PlainDate) {
  return z
    .object({
      firstDay: typedDay,
      lastDay: optionalDay,
      starts: optionalTime,
      ends: optionalTime,
      reasonIt: givenReason,
      reasonEn: givenReason,
      planner: chosenPlanner,
      yearly: z.string().default(''),
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
        yearly: typed.yearly === 'yes',
      };
    });
}
