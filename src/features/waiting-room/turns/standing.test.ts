import { describe, expect, it } from 'vitest';
import { pollAfter } from './poll-after.rules.ts';
import { type Places, type RoomFacts, standingIn } from './standing.rules.ts';

const opensAt = Date.UTC(2026, 10, 22, 10);
const minute = 60_000;

const admitting: RoomFacts = {
  state: 'admitting',
  outcome: null,
  admittedThrough: 0,
  free: 10,
  pace: 2,
  people: 100,
  drawn: 0,
  opensAt,
};

function places(more: Partial<Places> = {}): Places {
  return {
    drawn: new Int32Array(1),
    drawnPlaces: 0,
    gone: [],
    states: new Uint8Array(0),
    turnEnds: new Map(),
    ...more,
  };
}

describe('where somebody stands', () => {
  it('is the number for whoever was not drawn, and counts only those before them who still wait', () => {
    const room = { ...admitting, admittedThrough: 4 };
    expect(standingIn({ room, places: places({ gone: [5, 9, 12] }) }, 10, opensAt)).toMatchObject({
      position: 10,
      ahead: 3,
    });
    expect(standingIn({ room, places: places() }, 5, opensAt)).toMatchObject({ position: 5, ahead: 0 });
  });

  it('is the place drawn; late ones stand after all that were drawn, without a gap for who had left', () => {
    // Four joined in time, the second left before the closing: 3, 1, 4 is the order.
    const drawn = Int32Array.from([0, 2, 0, 1, 3]);
    const room = { ...admitting, drawn: 4 };
    const known = places({ drawn, drawnPlaces: 3 });
    const standing = (number: number, more = {}) =>
      standingIn({ room: { ...room, ...more }, places: known }, number, opensAt);
    expect(standing(1)).toMatchObject({ position: 2, ahead: 1 });
    expect(standing(2)).toMatchObject({ position: null });
    expect(standing(5)).toMatchObject({ position: 5, ahead: 3 });
    expect(standing(6, { admittedThrough: 3 })).toMatchObject({ position: 6, ahead: 1 });
    expect(standing(6, { admittedThrough: 4 })).toMatchObject({ ahead: 1 });
  });

  it('is nothing before the order is known', () => {
    const room = { ...admitting, state: 'joining', drawn: null } as const;
    expect(standingIn({ room, places: places({ drawn: null }) }, 3, opensAt - minute)).toMatchObject({
      state: 'waiting',
      position: null,
      ahead: null,
      estimatedAt: null,
    });
  });

  it('is told at once when the room is over, whatever the rows say yet', () => {
    const over = { ...admitting, state: 'ended', outcome: 'sold-out' } as const;
    expect(standingIn({ room: over, places: places() }, 7, opensAt)).toMatchObject({
      state: 'ended',
      outcome: 'sold-out',
    });
    const off = { ...over, outcome: 'cancelled' } as const;
    expect(standingIn({ room: off, places: places() }, 7, opensAt)).toMatchObject({ outcome: 'cancelled' });
    const booked = places({ states: Uint8Array.from([0, 2]) });
    expect(standingIn({ room: over, places: booked }, 1, opensAt)).toMatchObject({ outcome: 'booked' });
  });

  it('has an estimate by the pace, where the turn can come at all', () => {
    expect(standingIn({ room: admitting, places: places() }, 9, opensAt).estimatedAt).toBe(opensAt + 4 * minute);
    expect(standingIn({ room: admitting, places: places() }, 50, opensAt).estimatedAt).toBeNull();
    const before = { ...admitting, state: 'closed' } as const;
    expect(standingIn({ room: before, places: places() }, 3, opensAt - minute).estimatedAt).toBe(opensAt);
  });
});

describe('when it is worth asking again', () => {
  const ask = { state: 'waiting', number: 1, ahead: 0, room: admitting, turns: 0, now: opensAt + minute } as const;

  it('is soon for those who are next, and at most a minute away for all others', () => {
    expect(pollAfter(ask)).toBeLessThanOrEqual(4);
    const far = pollAfter({ ...ask, ahead: 90_000, room: { ...admitting, people: 100_000 } });
    expect(far).toBeGreaterThan(45);
    expect(far).toBeLessThan(72);
    expect(pollAfter({ ...ask, ahead: 400, room: { ...admitting, pace: 200 } })).toBeLessThan(30);
  });

  it('before the opening leads to the moments after it, at most a thousand people a second', () => {
    const room = { ...admitting, state: 'joining', drawn: null, people: 20_000 } as const;
    const seconds = Map.groupBy(
      Array.from({ length: 20_000 }, (_, number) =>
        pollAfter({ ...ask, number, ahead: null, room, now: opensAt - 30_000 }),
      ),
      (after) => after,
    );
    expect(Math.min(...seconds.keys())).toBeGreaterThanOrEqual(31);
    expect(Math.max(...seconds.keys())).toBeLessThanOrEqual(52);
    for (const those of seconds.values()) expect(those.length).toBeLessThan(1_200);
  });
});
