import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Wishes, suits } from '../waiting-list/wishes.rules.ts';
import { assign, countFits, firstFit, type OfferedSlot, type Place, type Wish } from './assign.rules.ts';
import { grown, roughChance, ticketWeight } from './weight.rules.ts';

const zone = 'Europe/Rome';
const start = Temporal.Instant.from('2027-01-11T08:00:00Z');

const anyTime: Wishes = {
  party: 1,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  fromDay: null,
  toDay: null,
  fromTime: null,
  toTime: null,
};

/** Slots of twenty minutes, without a gap but for the night. */
function slots(plannerId: number, free: readonly number[], { day = 0 } = {}): OfferedSlot[] {
  return free.map((seats, index) => {
    const startsAt = start.add({ hours: day * 24, minutes: index * 20 });
    return {
      id: String(plannerId * 100 + day * 10 + index),
      plannerId,
      startsAt,
      endsAt: startsAt.add({ minutes: 20 }),
      free: seats,
    };
  });
}

const office = (plannerId: number, more: Partial<Place> = {}): Place => ({
  offeringId: plannerId,
  plannerIds: [plannerId],
  zone,
  minutes: null,
  ...more,
});
const wish = (more: Partial<Wishes> = {}, places: readonly Place[] = [office(1)]): Wish => ({
  wishes: { ...anyTime, ...more },
  places,
});
const ids = (found: ReturnType<typeof firstFit>) => found?.slots.map(({ id }) => id);

describe('the seat that somebody gets', () => {
  it('is the earliest that fits the days and hours they wished for', () => {
    const all = [...slots(1, [1, 1, 1]), ...slots(1, [1, 1], { day: 1 })];
    expect(ids(firstFit(all, wish()))).toEqual(['100']);
    expect(ids(firstFit(all, wish({ weekdays: [2] })))).toEqual(['110']);
    expect(ids(firstFit(all, wish({ fromTime: Temporal.PlainTime.from('09:20') })))).toEqual(['101']);
    expect(firstFit(all, wish({ weekdays: [7] }))).toBeUndefined();
  });

  it('is at the first of their offices that has one, however early the others are', () => {
    const all = [...slots(1, [1]), ...slots(2, [1], { day: 3 })];
    expect(ids(firstFit(all, wish({}, [office(2), office(1)])))).toEqual(['230']);
    expect(ids(firstFit(all, wish({ weekdays: [1] }, [office(2), office(1)])))).toEqual(['100']);
  });

  it('has room for the whole party in one slot', () => {
    expect(ids(firstFit(slots(1, [1, 2, 3]), wish({ party: 3 })))).toEqual(['102']);
    expect(firstFit(slots(1, [2, 2]), wish({ party: 3 }))).toBeUndefined();
  });

  it('takes slots that follow each other, of one planner, where the service is longer than a slot', () => {
    const long = [office(1, { minutes: 40 })];
    expect(ids(firstFit(slots(1, [1, 0, 1, 1]), wish({}, long)))).toEqual(['102', '103']);
    expect(firstFit([...slots(1, [1]), ...slots(1, [1], { day: 1 })], wish({}, long))).toBeUndefined();
    const two = [office(1, { minutes: 40, plannerIds: [1, 2] })];
    expect(firstFit([...slots(1, [1, 0]), ...slots(2, [0, 1])], wish({}, two))).toBeUndefined();
  });

  it('can be counted beforehand', () => {
    expect(countFits(slots(1, [2, 0, 3]), wish())).toEqual({ times: 2, seats: 5 });
    expect(countFits(slots(1, [2, 0, 3]), wish({ party: 3 }))).toEqual({ times: 1, seats: 3 });
  });
});

const weekdaysArbitrary = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 });
const wishArbitrary = fc.record({
  party: fc.integer({ min: 1, max: 3 }),
  weekdays: weekdaysArbitrary,
  late: fc.boolean(),
  offices: fc.constantFrom([1], [2], [1, 2], [2, 1]),
  minutes: fc.constantFrom(null, 40),
});
const seatsArbitrary = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 5 })),
  {
    minLength: 1,
    maxLength: 4,
  },
);

function world(seats: readonly (readonly [number, readonly number[]])[]): OfferedSlot[] {
  return seats.flatMap(([plannerId, free], day) => slots(plannerId, free, { day }));
}

describe('in any draw', () => {
  const cases = [seatsArbitrary, fc.array(wishArbitrary, { maxLength: 12 })] as const;
  const tickets = (
    wishes: readonly {
      party: number;
      weekdays: number[];
      late: boolean;
      offices: readonly number[];
      minutes: number | null;
    }[],
  ) =>
    wishes.map(({ party, weekdays, late, offices, minutes }) =>
      wish(
        { party, weekdays, fromTime: late ? Temporal.PlainTime.from('09:20') : null },
        offices.map((id) => office(id, { minutes })),
      ),
    );

  it('no seat is given twice, and none that does not fit', () => {
    fc.assert(
      fc.property(...cases, (seats, wishes) => {
        const all = world(seats);
        const used = new Map<string, number>();
        for (const { ticket, run } of assign(all, tickets(wishes))) {
          if (!run) continue;
          for (const { id } of run.slots) used.set(id, (used.get(id) ?? 0) + ticket.wishes.party);
          const [first] = run.slots;
          expect(first && suits(ticket.wishes, first.startsAt, zone)).toBe(true);
          expect(new Set(run.slots.map(({ plannerId }) => plannerId)).size).toBe(1);
        }
        for (const slot of all) expect(used.get(slot.id) ?? 0).toBeLessThanOrEqual(slot.free);
      }),
    );
  });

  it('nobody would rather have the seat of somebody who came later in the order', () => {
    fc.assert(
      fc.property(...cases, (seats, wishes) => {
        const all = world(seats);
        const results = assign(all, tickets(wishes));
        for (const [at, { ticket, run }] of results.entries()) {
          // What was left for them: everything but the seats of those before.
          const before = results.slice(0, at);
          const left = all.map((slot) => ({
            ...slot,
            free:
              slot.free -
              before.reduce(
                (sum, one) => sum + (one.run?.slots.some(({ id }) => id === slot.id) ? one.ticket.wishes.party : 0),
                0,
              ),
          }));
          expect(ids(run)).toEqual(ids(firstFit(left, ticket)));
        }
      }),
    );
  });

  it('who comes later changes nothing for those before', () => {
    fc.assert(
      fc.property(...cases, wishArbitrary, (seats, wishes, last) => {
        const all = world(seats);
        const [without, with_] = [assign(all, tickets(wishes)), assign(all, tickets([...wishes, last]))];
        expect(with_.slice(0, -1).map(({ run }) => ids(run))).toEqual(without.map(({ run }) => ids(run)));
      }),
    );
  });
});

describe('weight', () => {
  it('grows by one up to its limit, and a party counts as its lightest', () => {
    expect([grown(1), grown(99), grown(100)]).toEqual([2, 100, 100]);
    expect([ticketWeight([3, 1, 2]), ticketWeight([]), ticketWeight([4])]).toEqual([1, 1, 4]);
  });

  it('makes the rough chance greater, never more than certain', () => {
    expect(roughChance({ seats: 0, weight: 1, totalWeight: 5 })).toBe(0);
    expect(roughChance({ seats: 9, weight: 1, totalWeight: 5 })).toBe(1);
    expect(roughChance({ seats: 1, weight: 1, totalWeight: 4 })).toBeCloseTo(0.25);
    expect(roughChance({ seats: 1, weight: 2, totalWeight: 4 })).toBeCloseTo(0.5);
    expect(roughChance({ seats: 2, weight: 1, totalWeight: 4 })).toBeCloseTo(0.5);
  });
});
