import { suits, type Wishes } from '../waiting-list/wishes.rules.ts';

/** A slot of the release, with what is free of it. */
export interface OfferedSlot {
  readonly id: string;
  readonly plannerId: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly free: number;
}

/** An office where somebody would go: the service as it is booked there. */
export interface Place {
  readonly offeringId: number;
  readonly plannerIds: readonly number[];
  readonly zone: string;
  /** null: one slot of the planner */
  readonly minutes: number | null;
  /** what the office's own rules leave of the release */
  readonly mayStart?: (startsAt: Temporal.Instant) => boolean;
}

/** A seat for a party: consecutive slots of one planner. */
export interface Run {
  readonly offeringId: number;
  readonly slots: readonly OfferedSlot[];
}

export interface Wish {
  readonly wishes: Wishes;
  /** the office preferred first */
  readonly places: readonly Place[];
}

/**
 * Every seat that fits somebody, the one they get first: the first of their offices that has one, there the earliest, of
 * equal ones that of the lower slot. A party sits together: each slot of the visit has room for all of it.
 */
export function* fits(slots: readonly OfferedSlot[], { wishes, places }: Wish): Generator<Run> {
  for (const place of places) {
    const { here, next } = slotsAt(slots, place);
    for (const first of here) {
      if (!suits(wishes, first.startsAt, place.zone) || place.mayStart?.(first.startsAt) === false) continue;
      const run = runFrom(first, place.minutes, next);
      if (run?.every(({ free }) => free >= wishes.party)) yield { offeringId: place.offeringId, slots: run };
    }
  }
}

export function firstFit(slots: readonly OfferedSlot[], wish: Wish): Run | undefined {
  for (const run of fits(slots, wish)) return run;
  return undefined;
}

/** What is left once somebody has their seat. */
export function without(slots: readonly OfferedSlot[], run: Run, party: number): OfferedSlot[] {
  const taken = new Set(run.slots.map(({ id }) => id));
  return slots.map((slot) => (taken.has(slot.id) ? { ...slot, free: slot.free - party } : slot));
}

/**
 * Who gets which seat: in the order drawn, each the first that fits what they wished for and is left. Whoever comes later
 * in the order can never take a seat from somebody before them, and nobody gains by wishing for anything but what they want.
 */
export function assign<Ticket extends Wish>(
  slots: readonly OfferedSlot[],
  inOrder: readonly Ticket[],
): { ticket: Ticket; run: Run | undefined }[] {
  let left = slots;
  return inOrder.map((ticket) => {
    const run = firstFit(left, ticket);
    if (run) left = without(left, run, ticket.wishes.party);
    return { ticket, run };
  });
}

/** How many seats of the release would suit somebody, and how many people fit into them at most. */
export function countFits(slots: readonly OfferedSlot[], wish: Wish): { times: number; seats: number } {
  let [times, seats] = [0, 0];
  for (const run of fits(slots, wish)) {
    times += 1;
    seats += Math.min(...run.slots.map(({ free }) => free));
  }
  return { times, seats };
}

interface SlotsAt {
  readonly here: readonly OfferedSlot[];
  readonly next: ReadonlyMap<string, OfferedSlot>;
}

// Thousands of tickets are looked at with the same slots: they are put in order once for each office.
const ordered = new WeakMap<readonly OfferedSlot[], Map<string, SlotsAt>>();

function slotsAt(slots: readonly OfferedSlot[], { plannerIds }: Place): SlotsAt {
  const known = ordered.get(slots) ?? new Map<string, SlotsAt>();
  ordered.set(slots, known);
  const key = plannerIds.join(' ');
  const made = known.get(key) ?? order(slots, plannerIds);
  known.set(key, made);
  return made;
}

function order(slots: readonly OfferedSlot[], plannerIds: readonly number[]): SlotsAt {
  const here = slots.filter(({ plannerId }) => plannerIds.includes(plannerId)).toSorted(byStart);
  return { here, next: new Map(here.map((slot) => [`${slot.plannerId} ${slot.startsAt.epochMilliseconds}`, slot])) };
}

function runFrom(
  first: OfferedSlot,
  minutes: number | null,
  next: ReadonlyMap<string, OfferedSlot>,
): OfferedSlot[] | undefined {
  const run = [first];
  if (minutes === null) return run;
  const wanted = first.startsAt.add({ minutes });
  for (let last = first; Temporal.Instant.compare(last.endsAt, wanted) < 0; ) {
    const following = next.get(`${last.plannerId} ${last.endsAt.epochMilliseconds}`);
    if (following === undefined) return undefined;
    run.push(following);
    last = following;
  }
  return run;
}

// Ids are decimal strings of a bigint: shorter ones are smaller.
function byStart(a: OfferedSlot, b: OfferedSlot): number {
  return Temporal.Instant.compare(a.startsAt, b.startsAt) || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
