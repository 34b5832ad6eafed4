import type { Db, Tx } from '#platform/database.ts';
import { type Asker, earliestSlots, freeDays, type FreeDays } from '#features/planner/index.ts';

const wholeHorizon = 100_000;

/** The days with room for a party in one and the same time. For one person, all free days. */
export async function daysForParty(
  db: Db | Tx,
  request: {
    offeringId: number;
    party: number;
    withPriority?: boolean;
    asker?: Asker | undefined;
    now: Temporal.Instant;
  },
): Promise<FreeDays> {
  const { offeringId, party, withPriority = false, asker, now } = request;
  const all = await freeDays(db, { offeringId, withPriority, asker, now });
  if (party === 1) return all;
  const slots = await earliestSlots(db, { offeringId, party, withPriority, asker, now, limit: wholeHorizon });
  const free = new Map<string, number>();
  for (const slot of slots) free.set(slot.day.toString(), (free.get(slot.day.toString()) ?? 0) + slot.free);
  return { ...all, days: [...free].map(([date, seats]) => ({ date: Temporal.PlainDate.from(date), free: seats })) };
}
