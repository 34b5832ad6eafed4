import { z } from 'zod';
import type { NewExtraOpening } from '../../calendar/calendar-change.rules.ts';
import { extraOpeningFaults } from '../../calendar/extra-opening-faults.rules.ts';
import { chosenPlanner, givenReason, optionalDay, typedDay, typedNumber, typedTime } from '../form-fields.ts';
import { mostDesks } from '../../rules.ts';

/** An extra opening as typed, for an office where it is `today`. */
export function extraOpeningSchema(today: Temporal.PlainDate) {
  return z
    .object({
      planner: chosenPlanner.refine((typed) => typed !== '', 'required-choice'),
      firstDay: typedDay,
      lastDay: optionalDay,
      starts: typedTime,
      ends: typedTime,
      minutes: typedNumber(1, 480),
      desks: typedNumber(1, mostDesks),
      reasonIt: givenReason,
      reasonEn: givenReason,
    })
    .transform((typed, context): NewExtraOpening => {
      const { starts, ends, minutes, desks } = typed;
      const opening = {
        firstDay: typed.firstDay.toString(),
        lastDay: (typed.lastDay ?? typed.firstDay).toString(),
        starts,
        ends,
        minutes,
        desks,
      };
      for (const { field, reason } of extraOpeningFaults(opening, today))
        context.addIssue({ code: 'custom', path: [field], message: reason });
      return {
        ...opening,
        reason: { it: typed.reasonIt, en: typed.reasonEn },
        plannerId: Number(typed.planner),
      };
    });
}
