import { z } from 'zod';

export const moveOrders = ['nearest', 'same-weekday', 'earliest'] as const;

/** By which rule an office has another seat chosen for whom it cannot receive at the hour they have. */
export const moveRule = z.object({
  /** the nearest day and hour; the same day of the week only; the first seat of all */
  order: z.enum(moveOrders).default('nearest'),
  /** at most so many days from the old appointment, before or after; null: as far as seats go */
  withinDays: z.int().min(1).max(365).nullable().default(null),
  /** morning stays morning, afternoon stays afternoon */
  sameHalf: z.boolean().default(false),
  /** only days on which at least so many seats are free, so that some are left for others */
  leastFree: z.int().min(1).max(500).default(1),
  /** no Saturdays, Sundays and holidays of the office */
  workingDays: z.boolean().default(true),
});

export type MoveRule = z.output<typeof moveRule>;

export const defaultMoveRule: MoveRule = moveRule.parse({});
