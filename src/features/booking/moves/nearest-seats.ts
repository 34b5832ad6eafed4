import { askerIn, daysOff, earliestSlots, type FreeSlot, type MoveRule } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import { earliestToOffer, offerEnds } from './offer.rules.ts';
import { cost, isAllowed, type WallTime, wallTime } from './seat-choice.rules.ts';
import type { BookingToMove } from './uncovered.query.ts';

/** How many seats are tried for one booking, the least inconvenient first. */
const mostCandidates = 20;
/** Free times looked at for one service; a whole horizon of a large office. */
const mostSlots = 4000;
const daysBefore = 7;

export interface SeatsWanted {
  readonly officeId: number;
  readonly bookings: readonly Pick<
    BookingToMove,
    'id' | 'offeringId' | 'party' | 'startsAt' | 'zone' | 'slotIds' | 'keptPlanners' | 'quotaGroup'
  >[];
  readonly rule: MoveRule;
  /** Slots that are about to be closed: none of them is offered. */
  readonly without?: ((slot: FreeSlot) => boolean) | undefined;
  readonly now: Temporal.Instant;
}

interface Candidate {
  readonly slot: FreeSlot;
  readonly wall: WallTime & { readonly isWorkday: boolean };
  readonly at: number;
}

/**
 * For each booking the runs of slots to offer it, the best by the office's rule first. Bookings that leave together are
 * spread: what is likely to go to one comes last for the next, so that they do not all reach for the same seat.
 */
export async function nearestSeats(db: Db, wanted: SeatsWanted): Promise<Map<string, FreeSlot[]>> {
  const { officeId, bookings, now } = wanted;
  const off = await daysOff(db, daysAhead(officeId, now));
  const alike = Map.groupBy(
    bookings,
    (booking) => `${booking.offeringId} ${booking.party} ${booking.keptPlanners.join()} ${booking.quotaGroup ?? ''}`,
  );
  const left = new Map<string, number>();
  const chosen = new Map<string, FreeSlot[]>();
  for (const group of alike.values()) {
    const free = await freeFor(db, group, { ...wanted, off });
    for (const { slot } of free) slot.slotIds.forEach((id, at) => left.set(id, left.get(id) ?? slot.seats[at] ?? 0));
    const leftOn = countDays(free, left);
    for (const booking of group) chosen.set(booking.id, choose(booking, free, { ...wanted, off, left, leftOn }));
  }
  return chosen;
}

async function freeFor(
  db: Db,
  group: SeatsWanted['bookings'],
  { rule, without, now, off }: SeatsWanted & { off: ReadonlySet<string> },
): Promise<Candidate[]> {
  const [first] = group;
  if (first === undefined) return [];
  const { offeringId, party, zone, keptPlanners: withPriority } = first;
  const asker = askerIn(first.quotaGroup);
  const days = group.map(({ startsAt }) => startsAt.toZonedDateTimeISO(zone).toPlainDate());
  const earliest = days.sort(Temporal.PlainDate.compare)[0];
  const from = rule.order === 'earliest' ? undefined : earliest?.subtract({ days: rule.withinDays ?? daysBefore });
  const near = await earliestSlots(db, { offeringId, from, party, withPriority, asker, now, limit: mostSlots });
  const found =
    near.length > 0 ? near : await earliestSlots(db, { offeringId, party, withPriority, asker, now, limit: mostSlots });
  return found
    .filter((slot) => !without?.(slot))
    .map((slot) => {
      const wall = wallTime(slot.startsAt, zone);
      const isWorkday = wall.weekday <= 5 && !off.has(wall.date);
      return { slot, wall: { ...wall, isWorkday }, at: slot.startsAt.epochMilliseconds };
    });
}

/** Seats left on each day, each slot counted once however many runs it is part of. */
function countDays(free: readonly Candidate[], left: ReadonlyMap<string, number>): Map<number, number> {
  const dayOf = new Map(free.flatMap(({ slot, wall }) => slot.slotIds.map((id) => [id, wall.day] as const)));
  const leftOn = new Map<number, number>();
  for (const [id, day] of dayOf) leftOn.set(day, (leftOn.get(day) ?? 0) + (left.get(id) ?? 0));
  return leftOn;
}

function choose(
  booking: SeatsWanted['bookings'][number],
  free: readonly Candidate[],
  given: SeatsWanted & { off: ReadonlySet<string>; left: Map<string, number>; leftOn: Map<number, number> },
): FreeSlot[] {
  const { rule, off, left, leftOn, now } = given;
  const { startsAt: oldStartsAt, zone, party, slotIds } = booking;
  const old = wallTime(oldStartsAt, zone);
  const earliest = earliestToOffer(offerEnds({ now, oldStartsAt, zone, daysOff: off })).epochMilliseconds;
  const likely = cheapest(
    free,
    (candidate) => {
      const { at, wall } = candidate;
      return at >= earliest && isAllowed(wall, old, rule) ? cost(wall, old, rule) : undefined;
    },
    hasRoom,
  );
  const [best] = likely;
  if (best === undefined) return [];
  for (const id of best.slot.slotIds) left.set(id, (left.get(id) ?? 0) - party);
  leftOn.set(best.wall.day, (leftOn.get(best.wall.day) ?? 0) - party * best.slot.slotIds.length);
  // A batch of the seat engine takes runs of one length.
  const runs = likely.filter(({ slot }) => slot.slotIds.length === best.slot.slotIds.length);
  return runs.map(({ slot }) => slot);

  function hasRoom({ slot, wall }: Candidate): boolean {
    if ((leftOn.get(wall.day) ?? 0) < rule.leastFree) return false;
    return slot.slotIds.every((id) => (left.get(id) ?? 0) >= party && !slotIds.includes(id));
  }
}

/**
 * The cheapest candidates with room, in order: one pass over thousands for each of hundreds of bookings, so nothing is
 * sorted whole, and whether there is room is asked only of those cheap enough.
 */
function cheapest(
  free: readonly Candidate[],
  costOf: (candidate: Candidate) => number | undefined,
  hasRoom: (candidate: Candidate) => boolean,
): Candidate[] {
  const best: { candidate: Candidate; cost: number }[] = [];
  for (const candidate of free) {
    const worst = best.length < mostCandidates ? Infinity : (best.at(-1)?.cost ?? Infinity);
    const cost = costOf(candidate);
    // They come in the order of time, so that of two as cheap the earlier one stays.
    if (cost === undefined || cost >= worst || !hasRoom(candidate)) continue;
    const place = best.findLastIndex((other) => other.cost <= cost) + 1;
    best.splice(place, 0, { candidate, cost });
    if (best.length > mostCandidates) best.pop();
  }
  return best.map(({ candidate }) => candidate);
}

/** The days an offer made now may have to do with. */
export function daysAhead(officeId: number, now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  return { officeId, from: today.subtract({ days: 1 }), to: today.add({ days: 400 }) };
}
