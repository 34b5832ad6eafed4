import { z } from 'zod';
import type { NewClosure } from '../closures.ts';
import { minuteOf } from '../rules.ts';
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
      const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const { firstDay, starts, ends } = typed;
      const lastDay = typed.lastDay ?? firstDay;
      const compare = Temporal.PlainDate.compare;
      if (compare(lastDay, firstDay) < 0) wrong('lastDay', 'before-start');
      else if (compare(lastDay, today) < 0) wrong('firstDay', 'past');
      else if (compare(lastDay, firstDay.add({ years: 1 })) > 0) wrong('lastDay', 'too-far');
      if (starts === null && ends !== null) wrong('starts', 'required');
      else if (starts !== null && ends === null) wrong('ends', 'required');
      else if (starts !== null && ends !== null && minuteOf(ends) <= minuteOf(starts)) wrong('ends', 'before-start');
      return {
        firstDay: firstDay.toString(),
        lastDay: lastDay.toString(),
        starts,
        ends,
        reason: { it: typed.reasonIt, en: typed.reasonEn },
        plannerId: typed.planner === '' ? null : Number(typed.planner),
      };
    });
}
