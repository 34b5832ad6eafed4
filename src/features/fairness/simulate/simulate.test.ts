import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterHour, clocksAt, costOf, momentOf, zonesOf } from './clocks.rules.ts';
import { type Expected, expectPeople, foresee } from './simulate.rules.ts';

const expected = fc.record({
  seats: fc.integer({ min: 1, max: 2_000 }),
  people: fc.integer({ min: 0, max: 200_000 }),
  turnSeconds: fc.integer({ min: 120, max: 3_600 }),
  used: fc.double({ min: 0.2, max: 1, noNaN: true }),
  way: fc.constantFrom('none', 'first-come', 'draw', 'registration-draw'),
}) satisfies fc.Arbitrary<Expected>;

describe('what an office may expect of a release', () => {
  it('is a chance between none and all, and no more turns than people', () => {
    fc.assert(
      fc.property(expected, (one) => {
        const { chance, turns, seatsLeft, lastSeconds, quickSeconds } = foresee(one);
        expect(chance >= 0 && chance <= 1).toBe(true);
        expect(turns).toBeLessThanOrEqual(Math.max(one.people, 0));
        expect(seatsLeft).toBeLessThanOrEqual(one.seats);
        expect((lastSeconds ?? 0) >= (quickSeconds ?? 0)).toBe(true);
        expect((lastSeconds === null) === seatsLeft > 0).toBe(true);
      }),
    );
  });

  it('never grows better with more people, nor worse with more seats', () => {
    fc.assert(
      fc.property(expected, fc.integer({ min: 1, max: 500 }), (one, more) => {
        const { chance } = foresee(one);
        expect(foresee({ ...one, people: one.people + more }).chance).toBeLessThanOrEqual(chance);
        expect(foresee({ ...one, seats: one.seats + more }).chance).toBeGreaterThanOrEqual(chance);
      }),
    );
  });

  it('lasts longer with longer turns', () => {
    fc.assert(
      fc.property(expected, (one) => {
        const longer = foresee({ ...one, turnSeconds: one.turnSeconds * 2 });
        expect(longer.lastSeconds ?? 0).toBeGreaterThanOrEqual(foresee(one).lastSeconds ?? 0);
      }),
    );
  });

  it('is one wave where everybody uses their turn, more where some do not', () => {
    const one = { seats: 50, people: 5_000, turnSeconds: 600, way: 'draw' } as const;
    expect(foresee({ ...one, used: 1 })).toMatchObject({ turns: 50, lastSeconds: 600, chance: 0.01 });
    expect(foresee({ ...one, used: 0.8 })).toMatchObject({ lastSeconds: 1_800 });
  });

  it('comes from the people of earlier releases, else from how fast seats went, and never below the waiting list', () => {
    const nothing = { people: [], releases: [], waitingList: 0, refused: null };
    expect(expectPeople(nothing, 30)).toEqual({ people: 30, basis: 'seats' });
    expect(expectPeople({ ...nothing, people: [400, 600, 500] }, 30)).toEqual({ people: 500, basis: 'people' });
    expect(expectPeople({ ...nothing, releases: [{ seats: 30, seconds: 40 }] }, 30)).toEqual({
      people: 240,
      basis: 'speed',
    });
    expect(expectPeople({ ...nothing, people: [50], waitingList: 80 }, 30)).toEqual({
      people: 80,
      basis: 'waiting-list',
    });
  });
});

describe('the clocks of those who are served', () => {
  const california = { zones: zonesOf('US', 'America/New_York'), own: 'America/New_York', hasSchool: false };

  it('are told by groups of zones that agree, the office’s own among them', () => {
    const clocks = clocksAt(Temporal.Instant.from('2026-12-01T14:00Z'), california);
    expect(clocks.map(({ time }) => time)).toEqual(['04:00', '05:00', '06:00', '07:00', '08:00', '09:00']);
    expect(clocks.at(-1)).toMatchObject({ moment: 'work', dayOff: 0 });
    expect(clocks[0]?.moment).toBe('night');
  });

  it('call it night from 22 to 7', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => momentOf({ hour, dayOfWeek: 6 }, false));
    expect(hours.flatMap((moment, hour) => (moment === 'night' ? [hour] : []))).toEqual([0, 1, 2, 3, 4, 5, 6, 22, 23]);
  });

  it('get a better hour only where one shuts out less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 * 24 }),
        fc.constantFrom(
          ['US', 'America/New_York'],
          ['BR', 'America/Sao_Paulo'],
          ['GB', 'Europe/London'],
          ['IT', 'Europe/Rome'],
        ),
        (hours, [country = '', own = '']) => {
          const about = { zones: zonesOf(country, own), own, hasSchool: country === 'IT' };
          const opensAt = Temporal.Instant.from('2026-01-01T00:00Z').add({ hours });
          const better = betterHour(opensAt, about);
          if (better === undefined) return;
          expect(costOf(clocksAt(better, about))).toBeLessThan(costOf(clocksAt(opensAt, about)));
          const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(own).toPlainDate().toString();
          expect(day(better)).toBe(day(opensAt));
        },
      ),
    );
  });

  it('are the office’s own alone where nobody knows the country’s zones', () => {
    expect(zonesOf('XK', 'Europe/Belgrade')[0]).toBe('Europe/Belgrade');
  });
});
