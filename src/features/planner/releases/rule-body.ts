import { z } from 'zod';

const clock = z.enum(['office', 'rome']).default('office').describe('whose clock and calendar');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time');
const weekday = z.int().min(1, 'out-of-range').max(7, 'out-of-range');
const weekdays = z
  .array(weekday)
  .min(1, 'required-choice')
  .max(7, 'too-long')
  .default([1, 2, 3, 4, 5, 6, 7])
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))
  .describe('1 Monday … 7 Sunday; nothing opens on the others');
const spreadMinutes = z
  .int()
  .min(0, 'out-of-range')
  .max(1_440, 'out-of-range')
  .default(0)
  .describe('the moment is drawn within so many minutes after the hour');

/** When a planner's days open, as an office asks for it. Reasons: `time`, `out-of-range`, `required-choice`, `same-weekday`, `before-start`. */
export const releaseRuleBody = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('rolling'), clock, weekdays, time, spreadMinutes }),
    z.object({
      kind: z.literal('weekly'),
      clock,
      moments: z.array(z.object({ weekday, time })).min(1, 'required-choice').max(7, 'too-long'),
      spreadMinutes,
    }),
    z.object({
      kind: z.literal('monthly'),
      clock,
      on: z.union([
        z.strictObject({ day: z.int().min(1, 'out-of-range').max(28, 'out-of-range') }),
        z.strictObject({ nth: z.literal([1, 2, 3, 4, -1]), weekday }),
      ]),
      time,
      months: z
        .int()
        .min(0, 'out-of-range')
        .max(12, 'out-of-range')
        .nullable()
        .default(null)
        .describe('up to the end of so many months after; null: the planner’s days ahead'),
      spreadMinutes,
    }),
    z.object({
      kind: z.literal('drip'),
      clock,
      weekdays,
      from: time,
      until: time,
      everyMinutes: z.int().min(1, 'out-of-range').max(720, 'out-of-range'),
      seats: z
        .int()
        .min(1, 'out-of-range')
        .max(1_000, 'out-of-range')
        .describe('at a time; whole times, so a few more'),
    }),
    z.object({ kind: z.literal('by-hand') }),
  ])
  .superRefine((rule, context) => {
    if (rule.kind === 'drip' && rule.until <= rule.from)
      context.addIssue({ code: 'custom', path: ['until'], message: 'before-start' });
    if (rule.kind === 'weekly' && new Set(rule.moments.map((moment) => moment.weekday)).size < rule.moments.length)
      context.addIssue({ code: 'custom', path: ['moments'], message: 'same-weekday' });
  });

export type AskedRule = z.output<typeof releaseRuleBody>;
