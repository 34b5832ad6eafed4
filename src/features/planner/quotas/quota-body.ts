import { z } from 'zod';
import { mostQuotas, quotaGroups } from './quota.rules.ts';

/** Seats of a slot or of a day that a quota may speak of: more than any office has. */
export const mostQuotaSeats = 10_000;

const quotaBody = z.object({
  who: z
    .enum(quotaGroups)
    .describe('people by where they live (resident: of the office’s municipality), or bookings by how they are made'),
  kind: z.enum(['at-most', 'reserved']).describe('so many at most for them, or so many kept for them'),
  seats: z.int().min(0, 'out-of-range').max(mostQuotaSeats, 'out-of-range'),
  per: z.enum(['slot', 'day']),
  untilMinutes: z
    .int()
    .min(1, 'out-of-range')
    .max(525_600, 'out-of-range')
    .nullable()
    .default(null)
    .describe('so long before an appointment the quota ends, and what is left is everybody’s; null: never'),
});

/** The quotas of a planner; not two of the same kind for the same group. */
export const quotasBody = z
  .array(quotaBody)
  .max(mostQuotas, 'too-long')
  .superRefine((quotas, context) => {
    const seen = new Set<string>();
    for (const [index, { who, kind, per }] of quotas.entries()) {
      const about = `${who} ${kind} ${per}`;
      if (seen.has(about)) context.addIssue({ code: 'custom', path: [index, 'who'], message: 'repeated' });
      seen.add(about);
    }
  });

export const quotaAnswer = z.object({
  who: z.string(),
  kind: z.enum(['at-most', 'reserved']),
  seats: z.int(),
  per: z.enum(['slot', 'day']),
  untilMinutes: z.int().nullable(),
});
