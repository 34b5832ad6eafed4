import {
  askerIn,
  earliestSlots,
  type FreeDays,
  freeDays,
  type FreeSlot,
  oncePerStart,
} from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

const wholeHorizon = 20_000;

interface Moving {
  readonly offeringId: number;
  readonly party: number;
  /** Where it is now: no other time. */
  readonly startsAt: Temporal.Instant;
  /** Planners whose kept seats it may have: it was made with priority. */
  readonly keptPlanners: readonly number[];
  /** What its seats count as in quotas: it keeps that wherever it goes. */
  readonly quotaGroup: string | null;
}

/** The days on which a booking could be instead, with room for its whole party, and the first time of all. */
export async function otherDays(
  db: Db,
  request: { booking: Moving; now: Temporal.Instant },
): Promise<{ free: FreeDays; first: FreeSlot | undefined }> {
  const { booking, now } = request;
  const { offeringId, party, keptPlanners: withPriority } = booking;
  const asker = askerIn(booking.quotaGroup);
  const all = await freeDays(db, { offeringId, withPriority, asker, now });
  const slots = others(
    await earliestSlots(db, { offeringId, party, withPriority, asker, now, limit: wholeHorizon }),
    booking,
  );
  const room = new Map<string, number>();
  for (const slot of slots) room.set(slot.day.toString(), (room.get(slot.day.toString()) ?? 0) + slot.free);
  const counted = new Map(all.days.map(({ date, free }) => [date.toString(), free]));
  const days = [...room].map(([date, seats]) => ({
    date: Temporal.PlainDate.from(date),
    free: party === 1 ? (counted.get(date) ?? seats) : seats,
  }));
  return { free: { ...all, days }, first: slots[0] };
}

/** The times of one day that a booking could be at instead. */
export async function otherTimes(
  db: Db,
  request: { booking: Moving; day: Temporal.PlainDate; now: Temporal.Instant },
): Promise<FreeSlot[]> {
  const { booking, day, now } = request;
  const { offeringId, party, keptPlanners: withPriority } = booking;
  const asker = askerIn(booking.quotaGroup);
  const found = await earliestSlots(db, {
    offeringId,
    from: day,
    to: day,
    party,
    withPriority,
    asker,
    now,
    limit: wholeHorizon,
  });
  return oncePerStart(others(found, booking));
}

function others(slots: readonly FreeSlot[], { startsAt }: Moving): FreeSlot[] {
  return slots.filter((slot) => !slot.startsAt.equals(startsAt));
}
