import { z } from 'zod';
import { day, time } from './planner-body.ts';

const instant = z.iso
  .datetime({ offset: true, message: 'instant' })
  .refine((text) => text >= '2000' && text < '2100', 'instant')
  .transform((text) => Temporal.Instant.from(text))
  .describe('RFC 3339 with an offset');
const seats = z.int().min(1, 'out-of-range').max(100_000, 'out-of-range');
const wallTime = time.refine((text) => text !== '24:00', 'time');

export const releaseBody = z
  .object({
    planner: z
      .int()
      .min(1, 'out-of-range')
      .max(2_147_483_647, 'out-of-range')
      .optional()
      .describe('without it, every published planner that serves `service`'),
    service: z.string().max(100).optional(),
    firstDay: day.describe('of the appointments'),
    lastDay: day,
    seats: seats.nullable().default(null).describe('of each release; whole times open, so a few more may; null: all'),
    opensAt: z
      .union([instant, z.array(instant).min(1, 'required').max(50, 'too-long')])
      .optional()
      .describe('one instant, or a schedule of several; without it, now'),
    drip: z
      .object({
        seats: seats.describe('at a time'),
        everyMinutes: z.int().min(1, 'out-of-range').max(720, 'out-of-range'),
        from: wallTime.default('00:00'),
        until: wallTime.default('23:59'),
        clock: z.enum(['office', 'rome']).default('office'),
      })
      .optional()
      .describe('a few seats at a time, from opensAt on'),
  })
  .superRefine((body, context) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (body.planner === undefined && body.service === undefined) wrong('planner', 'required');
    if (body.lastDay < body.firstDay) wrong('lastDay', 'date-order');
    if (body.drip && Array.isArray(body.opensAt)) wrong('opensAt', 'instant');
    if (body.drip && body.drip.until <= body.drip.from)
      context.addIssue({ code: 'custom', path: ['drip', 'until'], message: 'before-start' });
  });

export type ReleaseBody = z.output<typeof releaseBody>;

export const plannedAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      planner: z.int(),
      opensAt: z.string().describe('RFC 3339 with the offset of the office'),
      seats: z.int(),
    }),
  ),
});
