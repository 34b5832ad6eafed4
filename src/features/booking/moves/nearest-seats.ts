import { earliestSlots, type FreeSlot } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import { earliestToOffer, inconvenience, offerEnds } from './offer.rules.ts';
import type { BookingToMove } from './uncovered.query.ts';

/** How many seats are tried for one booking, the least inconvenient first. */
const mostCandidates = 20;
/** Free times looked at for one service; a whole horizon of a large office. */
const mostSlots = 4000;
const daysBefore = 7;

/**
 * For each booking the runs of slots to offer it, the best first. Bookings that leave together are spread: what is likely
 * to go to one comes last for the next, so that they do not all reach for the same seat.
 */
export async function nearestSeats(
  db: Db,
  request: { bookings: readonly BookingToMove[]; now: Temporal.Instant },
): Promise<Map<string, string[][]>> {
  const { bookings, now } = request;
  const alike = Map.groupBy(bookings, (booking) => `${booking.offeringId} ${booking.party}`);
  const left = new Map<string, number>();
  const chosen = new Map<string, string[][]>();
  for (const group of alike.values()) {
    const free = await freeFor(db, group, now);
    for (const slot of free) slot.slotIds.forEach((id, at) => left.set(id, left.get(id) ?? slot.seats[at] ?? 0));
    for (const booking of group) chosen.set(booking.id, choose(booking, free, { left, now }));
  }
  return chosen;
}

async function freeFor(db: Db, group: readonly BookingToMove[], now: Temporal.Instant): Promise<FreeSlot[]> {
  const [first] = group;
  if (first === undefined) return [];
  const { offeringId, party, zone } = first;
  const days = group.map(({ startsAt }) => startsAt.toZonedDateTimeISO(zone).toPlainDate());
  const from = days.sort(Temporal.PlainDate.compare)[0]?.subtract({ days: daysBefore });
  const near = await earliestSlots(db, { offeringId, from, party, now, limit: mostSlots });
  return near.length > 0 ? near : earliestSlots(db, { offeringId, party, now, limit: mostSlots });
}

function choose(
  booking: BookingToMove,
  free: readonly FreeSlot[],
  { left, now }: { left: Map<string, number>; now: Temporal.Instant },
): string[][] {
  const { startsAt: oldStartsAt, zone, party, slotIds } = booking;
  const earliest = earliestToOffer(offerEnds({ now, oldStartsAt, zone }));
  const ranked = free
    .filter((slot) => Temporal.Instant.compare(slot.startsAt, earliest) >= 0)
    .filter((slot) => !slot.slotIds.some((id) => slotIds.includes(id)))
    .map((slot) => ({ slot, cost: inconvenience(slot.startsAt, oldStartsAt, zone) }))
    .sort((a, b) => a.cost - b.cost || Temporal.Instant.compare(a.slot.startsAt, b.slot.startsAt))
    .map(({ slot }) => slot);
  const hasRoom = (slot: FreeSlot): boolean => slot.slotIds.every((id) => (left.get(id) ?? 0) >= party);
  const likely = ranked.filter(hasRoom);
  const [best] = likely;
  if (best === undefined) return [];
  for (const id of best.slotIds) left.set(id, (left.get(id) ?? 0) - party);
  // A batch of the seat engine takes runs of one length.
  const runs = likely.filter((slot) => slot.slotIds.length === best.slotIds.length);
  return runs.slice(0, mostCandidates).map((slot) => [...slot.slotIds]);
}
