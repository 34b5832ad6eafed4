import type { FastifyRequest } from 'fastify';
import type { FreeDays, FreeSlot } from '#features/planner/index.ts';

/** A time to choose. */
export type TimeToChoose = Pick<FreeSlot, 'id' | 'startsAt' | 'free'>;

/** The seat that the reader is keeping already: for them it is free, even where it was the last one. */
export interface OwnSeat {
  readonly slotId: string;
  readonly startsAt: Temporal.Instant;
  readonly day: Temporal.PlainDate;
  readonly party: number;
  readonly offeringId: number;
}

/** Who makes the request keeps this seat; told by the application, since this feature knows no holds. */
export type FindOwnSeat = (request: FastifyRequest) => OwnSeat | null;

/** The times as the reader sees them: the own seat is one of them, once. */
export function withOwnTime(
  slots: readonly TimeToChoose[],
  own: OwnSeat | null,
  wanted: { offeringId: number; party: number; date: Temporal.PlainDate },
): TimeToChoose[] {
  const isHere = own !== null && isFor(own, wanted) && own.day.equals(wanted.date);
  if (!isHere || slots.some((slot) => slot.startsAt.equals(own.startsAt))) return [...slots];
  const { slotId: id, startsAt, party: free } = own;
  return [...slots, { id, startsAt, free }].sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

/** The days as the reader sees them: that of the own seat is never full. */
export function withOwnDay(
  free: FreeDays,
  own: OwnSeat | null,
  wanted: { offeringId: number; party: number },
): FreeDays {
  if (own === null || !isFor(own, wanted) || free.days.some((day) => day.date.equals(own.day))) return free;
  const days = [...free.days, { date: own.day, free: own.party }];
  return { ...free, days: days.sort((a, b) => Temporal.PlainDate.compare(a.date, b.date)) };
}

// For more people than are held, others' seats would be needed.
function isFor(own: OwnSeat, wanted: { offeringId: number; party: number }): boolean {
  return own.offeringId === wanted.offeringId && own.party === wanted.party;
}
