import { z } from 'zod';
import type { CalendarChange } from '../calendar/calendar-change.rules.ts';
import { closureFaults } from '../calendar/closure-faults.rules.ts';
import { extraOpeningFaults, type ExtraOpeningFault } from '../calendar/extra-opening-faults.rules.ts';
import { defaultMoveRule, moveRule } from '../slots/move-rule.ts';
import { day, hit, time } from './planner-body.ts';
import { mostDesks } from '../rules.ts';

export const closureAnswer = z.object({
  kind: z.enum(['closure', 'extra-opening']),
  id: z.int(),
  firstDay: z.string(),
  lastDay: z.string(),
  starts: z.string().nullable(),
  ends: z.string().nullable(),
  reason: z.record(z.string(), z.string()),
  planner: z.int().nullable(),
  yearly: z.boolean(),
  minutes: z.int().nullable(),
  desks: z.int().nullable(),
  bookings: z.array(hit).describe('of a closure, the appointments that are hit; of an extra opening, those made in it'),
  made: z.int().optional().describe('slots, when it was just made'),
  withdrawn: z.int().optional().describe('slots, when it was just made'),
  round: z.string().optional().describe('under which the office follows these offers, when it was just made'),
  offered: z.int().optional().describe('appointments that are offered another seat, when it was just made'),
});

export const closureBody = z
  .object({
    kind: z.enum(['closure', 'extra-opening']).default('closure'),
    firstDay: day,
    lastDay: day.optional(),
    starts: time.nullable().default(null),
    ends: time.nullable().default(null),
    reason: z.object({
      it: z.string().trim().min(1, 'required').max(200, 'too-long'),
      en: z.string().trim().min(1, 'required').max(200, 'too-long'),
    }),
    planner: z
      .int()
      .min(1, 'out-of-range')
      .max(2_147_483_647, 'out-of-range')
      .nullable()
      .default(null)
      .describe('null: the whole office; an extra opening needs one'),
    yearly: z.boolean().default(false).describe('a closure that comes back every year'),
    minutes: z.int().min(1, 'out-of-range').max(480, 'out-of-range').optional().describe('of an extra opening'),
    desks: z.int().min(1, 'out-of-range').max(mostDesks, 'out-of-range').optional().describe('of an extra opening'),
    rule: moveRule.default(defaultMoveRule).describe('by which the other seats are chosen'),
    offer: z.boolean().default(true).describe('each appointment that is hit is offered another seat, held for it'),
  })
  .superRefine((body, context) => {
    if (body.kind === 'closure') return;
    for (const field of ['planner', 'starts', 'ends', 'minutes', 'desks'] as const) {
      if (body[field] === null || body[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: 'required', input: body[field] });
    }
  });

type ClosureBody = z.output<typeof closureBody>;

/** The change of the calendar that is asked for, and what makes no sense about it. */
export function askedChange(
  body: ClosureBody,
  today: Temporal.PlainDate,
): { change: CalendarChange; faults: readonly ExtraOpeningFault[] } {
  const { firstDay, lastDay = firstDay, starts, ends, reason, planner: plannerId, yearly, minutes, desks } = body;
  if (body.kind === 'closure' || starts === null || ends === null || plannerId === null || !minutes || !desks) {
    const closure = { firstDay, lastDay, starts, ends, reason, plannerId, yearly };
    return { change: { kind: 'close', closures: [closure] }, faults: closureFaults(closure, today) };
  }
  const opening = { firstDay, lastDay, starts, ends, minutes, desks, reason, plannerId };
  return { change: { kind: 'open', opening }, faults: extraOpeningFaults(opening, today) };
}
