import { describe, expect, it } from 'vitest';
import { type Horizon, horizonEnd, nextRelease, openingOf, opensAt, planThrough } from '../slots/horizon.rules.ts';
import { slotsOf } from '../rules.ts';
import { dripOpenings } from './drip.rules.ts';
import { everyWeekday, type ReleaseRule } from './release-rule.rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const rolling = (more: Partial<Extract<ReleaseRule, { kind: 'rolling' }>> = {}): ReleaseRule => {
  return {
    kind: 'rolling',
    clock: 'office',
    weekdays: everyWeekday,
    time: '00:00',
    spreadMinutes: 0,
    ...more,
  };
};
const planner = (zone: string, releaseRule: ReleaseRule, horizonDays = 90): Horizon => {
  return { zone, horizonDays, releaseTime: '00:00', releaseRule };
};

describe('one more day each day', () => {
  it('opens at midnight in Italy, except when Friday and Saturday begin there', () => {
    const panama = planner('America/Panama', rolling({ clock: 'rome', weekdays: [1, 2, 3, 4, 7] }), 30);
    // Midnight of Thursday 26 November in Rome is 18:00 of Wednesday in Panama.
    expect(opensAt(day('2026-12-26'), panama).toString()).toBe('2026-11-25T23:00:00Z');
    for (const held of ['2026-12-27', '2026-12-28', '2026-12-29'])
      expect(opensAt(day(held), panama).toString()).toBe('2026-11-28T23:00:00Z');
    expect(horizonEnd(panama, at('2026-11-28T22:59:59Z')).toString()).toBe('2026-12-26');
    expect(horizonEnd(panama, at('2026-11-28T23:00:00Z')).toString()).toBe('2026-12-29');
    expect(nextRelease(panama, at('2026-11-26T12:00:00Z')).toString()).toBe('2026-11-28T23:00:00Z');
  });

  it('opens at an hour of the office on the weekdays it chose', () => {
    const london = planner('Europe/London', rolling({ weekdays: [1, 2, 3, 4, 7], time: '19:00' }));
    const opens = ['2026-11-22', '2026-11-23', '2026-11-29'].map((date) =>
      opensAt(day(date).add({ days: 90 }), london),
    );
    expect(opens.map(String)).toEqual(['2026-11-22T19:00:00Z', '2026-11-23T19:00:00Z', '2026-11-29T19:00:00Z']);
    // Friday's and Saturday's days wait for Sunday.
    expect(opensAt(day('2026-11-27').add({ days: 90 }), london).toString()).toBe('2026-11-29T19:00:00Z');
  });

  it.each([
    // The clock skips the hour that was chosen: seats open at the jump's end; of an hour that comes twice, the first time.
    ['America/Santiago', '00:30', '2026-09-06', '2026-09-06T04:30:00Z'],
    ['America/Santiago', '23:30', '2027-04-03', '2027-04-04T02:30:00Z'],
    ['Australia/Sydney', '02:30', '2026-10-04', '2026-10-03T16:30:00Z'],
    ['Australia/Sydney', '02:30', '2027-04-04', '2027-04-03T15:30:00Z'],
    ['America/New_York', '02:30', '2027-03-14', '2027-03-14T07:30:00Z'],
    ['America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30:00Z'],
    ['Europe/Rome', '02:30', '2027-03-28', '2027-03-28T01:30:00Z'],
    ['Europe/Rome', '02:30', '2026-10-25', '2026-10-25T00:30:00Z'],
  ])('in %s at %s opens on the right day of %s, when the clock changes', (zone, time, date, opens) => {
    const horizon = planner(zone, rolling({ time }), 20);
    expect(opensAt(day(date).add({ days: 20 }), horizon).toString()).toBe(opens);
    expect(horizonEnd(horizon, at(opens)).toString()).toBe(day(date).add({ days: 20 }).toString());
    expect(horizonEnd(horizon, at(opens).subtract({ seconds: 1 })).toString()).toBe(
      day(date).add({ days: 19 }).toString(),
    );
  });

  it('keeps Rome’s midnight in Sydney, Santiago and New York while the clocks change on different days', () => {
    const opens = (zone: string, date: string) =>
      opensAt(day(date).add({ days: 10 }), planner(zone, rolling({ clock: 'rome' }), 10)).toString();
    for (const zone of ['Australia/Sydney', 'America/Santiago', 'America/New_York']) {
      expect(opens(zone, '2027-03-28')).toBe('2027-03-27T23:00:00Z');
      expect(opens(zone, '2027-03-29')).toBe('2027-03-28T22:00:00Z');
    }
  });

  it('opens a day that loses an hour at Rome’s midnight too, without the slots of that hour', () => {
    const newYork = planner('America/New_York', rolling({ clock: 'rome' }), 10);
    // Rome's midnight of 4 March, ten days before, is six in the evening of the 3rd in New York.
    expect(opensAt(day('2027-03-14'), newYork).toString()).toBe('2027-03-03T23:00:00Z');
    const always = { validFrom: '2010-01-01', validTo: null, weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const night = { ...always, starts: '01:00', ends: '04:00', breaks: [], minutes: 30, desks: 1 };
    const lost = day('2027-03-14');
    const slots = slotsOf({ zone: newYork.zone, rules: [night], closures: [], from: lost, to: lost });
    const starts = slots.map((slot) => Temporal.Instant.fromEpochMilliseconds(slot.starts * 1000).toString());
    expect(starts.map((start) => start.slice(11, 16))).toEqual(['06:00', '06:30', '07:00', '07:30']);
  });
});

describe('a moment that is drawn', () => {
  it('is within the hours that are told, another each day, and the same whenever it is asked', () => {
    const rule = rolling({ time: '09:00', spreadMinutes: 540 });
    const london = { ...planner('Europe/London', rule), releaseSecret: 'segreto' };
    const drawn = [1, 2, 3, 4, 5].map((ahead) => openingOf(day('2027-02-20').add({ days: ahead }), london));
    for (const opening of drawn) {
      expect(opening?.told?.by.since(opening.told.from).total('minutes')).toBe(540);
      expect(opening && Temporal.Instant.compare(opening.told?.from ?? opening.at, opening.at)).toBeLessThanOrEqual(0);
      expect(opening && Temporal.Instant.compare(opening.at, opening.told?.by ?? opening.at)).toBe(-1);
    }
    expect(new Set(drawn.map((opening) => opening?.at.toString().slice(11))).size).toBe(5);
    const again = openingOf(day('2027-02-21'), { ...london });
    expect(again?.at.toString()).toBe(drawn[0]?.at.toString());
    const others = openingOf(day('2027-02-21'), { ...london, releaseSecret: 'un altro' });
    expect(others?.told).toEqual(drawn[0]?.told);
    expect(others?.at.toString()).not.toBe(drawn[0]?.at.toString());
  });
});

describe('once a week or a month', () => {
  it('opens with an hour of its own for each weekday', () => {
    const moments = [
      { weekday: 1, time: '17:00' },
      { weekday: 3, time: '16:00' },
    ];
    const horizon = planner('Europe/London', { kind: 'weekly', clock: 'office', moments, spreadMinutes: 0 }, 14);
    expect(horizonEnd(horizon, at('2026-11-25T15:59:59Z')).toString()).toBe('2026-12-07');
    expect(horizonEnd(horizon, at('2026-11-25T16:00:00Z')).toString()).toBe('2026-12-09');
    expect(nextRelease(horizon, at('2026-11-25T16:00:00Z')).toString()).toBe('2026-11-30T17:00:00Z');
    // Slots are made as far as the next release opens them.
    expect(planThrough(horizon, at('2026-11-25T16:00:00Z')).toString()).toBe('2026-12-14');
  });

  it('opens this month and the next on the first, or so many days on a weekday of the month', () => {
    const first: ReleaseRule = {
      kind: 'monthly',
      clock: 'office',
      on: { day: 1 },
      time: '08:00',
      months: 1,
      spreadMinutes: 0,
    };
    const arezzo = planner('Europe/Rome', first);
    expect(horizonEnd(arezzo, at('2026-12-01T06:59:59Z')).toString()).toBe('2026-12-31');
    expect(horizonEnd(arezzo, at('2026-12-01T07:00:00Z')).toString()).toBe('2027-01-31');
    expect(opensAt(day('2027-02-28'), arezzo).toString()).toBe('2027-01-01T07:00:00Z');
    const lastFriday: ReleaseRule = { ...first, on: { nth: -1, weekday: 5 }, time: '21:00', months: null };
    expect(nextRelease(planner('Europe/Rome', lastFriday, 45), at('2026-11-01T00:00:00Z')).toString()).toBe(
      '2026-11-27T20:00:00Z',
    );
  });
});

describe('a drip', () => {
  const drip = {
    kind: 'drip',
    clock: 'office',
    weekdays: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '10:00',
    everyMinutes: 30,
    seats: 4,
  } as const;
  const slots = (many: number, due: string) => Array.from({ length: many }, () => ({ seats: 2, due: day(due) }));
  const times = (opens: readonly number[]) =>
    opens.map((seconds) => new Date(seconds * 1000).toISOString().slice(5, 16));

  it('opens so many seats every so many minutes, and goes on the next day when the hours are over', () => {
    expect(times(dripOpenings(slots(8, '2026-11-27'), drip, 'Europe/London', 0))).toEqual([
      ...['11-27T09:00', '11-27T09:00', '11-27T09:30', '11-27T09:30', '11-27T10:00', '11-27T10:00'],
      ...['11-30T09:00', '11-30T09:00'],
    ]);
  });

  it('lines up behind what has its moment already, and never before now', () => {
    const since = at('2026-11-27T09:10:00Z').epochMilliseconds / 1000;
    const first = { seats: 2, due: day('2026-11-27'), fixed: at('2026-11-27T09:00:00Z').epochMilliseconds / 1000 };
    const opens = dripOpenings([first, ...slots(3, '2026-11-27')], drip, 'Europe/London', since);
    expect(times(opens)).toEqual(['11-27T09:00', '11-27T09:30', '11-27T09:30', '11-27T10:00']);
  });

  it('keeps its hours on the day the clock changes', () => {
    const sunday = { ...drip, weekdays: [7], from: '01:30', until: '03:30' };
    expect(times(dripOpenings(slots(5, '2027-03-14'), sunday, 'America/New_York', 0))).toEqual([
      ...['03-14T06:30', '03-14T06:30', '03-14T07:00', '03-14T07:00', '03-14T07:30'],
    ]);
  });
});

it('where nothing opens by itself, a day opens when the office opens it', () => {
  const horizon = planner('Europe/London', { kind: 'by-hand' });
  expect(opensAt(day('2026-12-01'), horizon).toString()).toBe('9999-01-01T00:00:00Z');
  const opens = at('2026-11-23T09:00:00Z').epochMilliseconds / 1000;
  const batches = [{ opens, kind: 'batch', firstDay: '2027-03-01', lastDay: '2027-03-05', seats: 35 }] as const;
  expect(horizonEnd({ ...horizon, batches }, at('2026-11-23T08:59:59Z')).toString()).toBe('2026-11-23');
  expect(horizonEnd({ ...horizon, batches }, at('2026-11-23T09:00:00Z')).toString()).toBe('2027-03-05');
  expect(planThrough({ ...horizon, batches }, at('2026-11-22T00:00:00Z')).toString()).toBe('2027-03-05');
});
