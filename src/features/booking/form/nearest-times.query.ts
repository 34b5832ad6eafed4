import { type Asker, earliestSlots, type FreeSlot, freeSlots, oncePerStart } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

export interface NearDay {
  readonly day: Temporal.PlainDate;
  readonly slots: readonly { id: string; startsAt: Temporal.Instant; free: number }[];
}

const onTheDay = 6;
const onOtherDays = 4;

/** The free times nearest to one that was lost: of the same day, then of the next two days that have any. */
export async function nearestTimes(
  db: Db,
  wish: {
    offeringId: number;
    /** Absent when the time itself is gone from the planner. */
    startsAt: Temporal.Instant | undefined;
    day: Temporal.PlainDate | undefined;
    party: number;
    /** for an operator: without the planner's notice */
    atDesk?: boolean;
    /** with the seats kept for people with priority */
    withPriority?: boolean;
    /** for the quotas of planners */
    asker?: Asker | undefined;
    now: Temporal.Instant;
  },
): Promise<NearDay[]> {
  const { offeringId, startsAt, day, party, atDesk = false, withPriority = false, asker, now } = wish;
  const days: NearDay[] = [];
  if (day) {
    const sameDay = (await freeSlots(db, { offeringId, date: day, atDesk, withPriority, asker, now })).filter(
      (slot) => slot.free >= party,
    );
    add(days, nearestTo(sameDay, startsAt), onTheDay);
  }
  let from = day?.add({ days: 1 });
  for (let more = 0; more < 2; more += 1) {
    const next = await earliestSlots(db, { offeringId, from, party, atDesk, withPriority, asker, now, limit: 12 });
    const [first] = next;
    if (!first) break;
    add(
      days,
      next.filter((slot) => slot.day.equals(first.day)),
      onOtherDays,
    );
    from = first.day.add({ days: 1 });
  }
  // Nothing later: then whatever there is before.
  if (days.length === 0 && day) {
    const any = await earliestSlots(db, { offeringId, party, atDesk, withPriority, asker, now, limit: 12 });
    add(
      days,
      any.filter((slot) => any[0] && slot.day.equals(any[0].day)),
      onTheDay,
    );
  }
  return days;
}

function add(days: NearDay[], slots: readonly FreeSlot[], most: number): void {
  const chosen = oncePerStart(slots)
    .slice(0, most)
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
  const [first] = chosen;
  if (first) days.push({ day: first.day, slots: chosen });
}

function nearestTo(slots: readonly FreeSlot[], wished: Temporal.Instant | undefined): FreeSlot[] {
  if (!wished) return [...slots];
  const distance = (slot: FreeSlot): number => Math.abs(slot.startsAt.epochMilliseconds - wished.epochMilliseconds);
  return [...slots].sort((a, b) => distance(a) - distance(b));
}
