import { type NearDay, nearestTimes, wantedSlot } from '#features/booking/index.ts';
import type { Offering } from '#features/offices/index.ts';
import { type Asker, type FreeDay, freeDays, freeSlots, oncePerStart } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';

export interface DeskTimes {
  /** The day asked for, or the first one with free seats; undefined when there is none at all. */
  readonly date: Temporal.PlainDate | undefined;
  /** The times to choose from: of that day, or the nearest ones when it has none. */
  readonly days: readonly NearDay[];
  /** `near`: other times than those that were asked for */
  readonly found: 'day' | 'near' | 'none';
  readonly firstDays: readonly FreeDay[];
}

const firstDaysShown = 6;

/** What the desk can book around a day for a party, up to the start; with `lost`, around a seat that somebody else has taken. */
export async function deskTimes(
  db: Db,
  wish: {
    offering: Offering;
    date: Temporal.PlainDate | undefined;
    party: number;
    lost?: string | undefined;
    asker?: Asker | undefined;
    now: Temporal.Instant;
  },
): Promise<DeskTimes> {
  const { offering, party, lost, asker, now } = wish;
  const offeringId = offering.id;
  const { days } = await freeDays(db, { offeringId, atDesk: true, asker, now });
  const firstDays = days.slice(0, firstDaysShown);
  const wanted = lost === undefined ? undefined : await wantedSlot(db, { slot: lost, offeringId });
  const date = wanted?.day ?? wish.date ?? firstDays[0]?.date;
  const ofDay =
    date && !wanted
      ? (await freeSlots(db, { offeringId, date, atDesk: true, asker, now })).filter((slot) => slot.free >= party)
      : [];
  if (date && ofDay.length > 0)
    return { date, days: [{ day: date, slots: oncePerStart(ofDay) }], found: 'day', firstDays };
  const near = await nearestTimes(db, {
    offeringId,
    startsAt: wanted?.startsAt,
    day: date,
    party,
    atDesk: true,
    asker,
    now,
  });
  return { date, days: near, found: near.length > 0 ? 'near' : 'none', firstDays };
}
