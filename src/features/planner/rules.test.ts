import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridConflict } from './slots/grid.rules.ts';
import { type ClosedTime, minuteOf, type OpeningRule, slotsOf } from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

function rule(more: Partial<OpeningRule> = {}): OpeningRule {
  const always = { validFrom: '2010-01-01', validTo: null, weekdays: [1, 2, 3, 4, 5, 6, 7] };
  return { ...always, starts: '09:00', ends: '10:00', breaks: [], minutes: 20, desks: 2, ...more };
}

/** Local times and seats of one day: `09:00 2`. */
function dayOf(zone: string, date: string, rules: OpeningRule[], closures: ClosedTime[] = []): string[] {
  return slotsOf({ zone, rules, closures, from: day(date), to: day(date) }).map((slot) => {
    const start = Temporal.Instant.fromEpochMilliseconds(slot.starts * 1000).toZonedDateTimeISO(zone);
    return `${start.toPlainTime().toString({ smallestUnit: 'minute' })} ${slot.capacity}`;
  });
}

describe('a day of the office', () => {
  it('is cut into slots of whole length', () => {
    expect(dayOf('Europe/Rome', '2027-01-14', [rule()])).toEqual(['09:00 2', '09:20 2', '09:40 2']);
    expect(dayOf('Europe/Rome', '2027-01-14', [rule({ minutes: 25 })])).toEqual(['09:00 2', '09:25 2']);
  });

  it('begins again after a break, at its end', () => {
    const withBreak = rule({ ends: '11:00', breaks: [{ starts: '09:30', ends: '10:10' }] });
    expect(dayOf('Europe/Rome', '2027-01-14', [withBreak])).toEqual(['09:00 2', '10:10 2', '10:30 2']);
  });

  it('has the desks of all its rules', () => {
    const more = rule({ starts: '09:20', ends: '09:40', desks: 3 });
    expect(dayOf('Europe/Rome', '2027-01-14', [rule(), more])).toEqual(['09:00 2', '09:20 5', '09:40 2']);
  });

  it('is empty on other weekdays, before the rule begins and after it ends', () => {
    expect(dayOf('Europe/Rome', '2027-01-14', [rule({ weekdays: [5] })])).toEqual([]);
    const short = rule({ validFrom: '2027-01-14', validTo: '2027-01-15' });
    expect(['13', '14', '15', '16'].map((d) => dayOf('Europe/Rome', `2027-01-${d}`, [short]).length)).toEqual([
      0, 3, 3, 0,
    ]);
  });

  it('loses the slots a closure touches, and no others', () => {
    const whole = { firstDay: '2027-01-14', lastDay: '2027-01-15', starts: null, ends: null };
    expect(dayOf('Europe/Rome', '2027-01-14', [rule()], [whole])).toEqual([]);
    expect(dayOf('Europe/Rome', '2027-01-16', [rule()], [whole]).length).toBe(3);
    expect(dayOf('Europe/Rome', '2027-01-15', [rule()], [{ ...whole, starts: '09:30', ends: '09:40' }])).toEqual([
      '09:00 2',
      '09:40 2',
    ]);
  });
});

describe('the night the clock changes', () => {
  const night = rule({ starts: '01:00', ends: '04:00', minutes: 30, desks: 1 });

  it('makes no slot in the hour that does not exist', () => {
    expect(dayOf('Europe/Rome', '2027-03-28', [night])).toEqual(['01:00 1', '01:30 1', '03:00 1', '03:30 1']);
    expect(dayOf('Europe/Rome', '2027-03-28', [rule({ starts: '02:30', ends: '02:50' })])).toEqual([]);
  });

  it('uses the repeated hour once', () => {
    const slots = dayOf('Europe/Rome', '2026-10-25', [night]);
    expect(slots).toEqual(['01:00 1', '01:30 1', '02:00 1', '02:30 1', '03:00 1', '03:30 1']);
  });

  it('keeps the length of a slot that crosses the change, and starts nothing inside it', () => {
    const odd = rule({ starts: '00:00', ends: '05:00', minutes: 45, desks: 1 });
    expect(dayOf('Europe/Rome', '2027-03-28', [odd])).toEqual(['00:00 1', '00:45 1', '01:30 1', '03:45 1']);
  });

  it('closes at the jump when the closing hour does not exist', () => {
    const early = rule({ starts: '01:00', ends: '02:30', minutes: 30, desks: 1 });
    expect(dayOf('Europe/Rome', '2027-03-28', [early])).toEqual(['01:00 1', '01:30 1']);
  });

  it('is no trouble where midnight, half an hour or a whole day is missing', () => {
    const midnight = rule({ starts: '00:00', ends: '02:00', minutes: 30, desks: 1 });
    expect(dayOf('America/Santiago', '2026-09-06', [midnight])).toEqual(['01:00 1', '01:30 1']);
    expect(
      dayOf('Australia/Lord_Howe', '2026-10-04', [rule({ starts: '01:30', ends: '03:00', minutes: 30, desks: 1 })]),
    ).toEqual(['01:30 1', '02:30 1']);
    expect(dayOf('Pacific/Apia', '2011-12-30', [rule()])).toEqual([]);
    expect(dayOf('Pacific/Apia', '2011-12-31', [rule()]).length).toBe(3);
  });
});

const zones = [
  'America/Santiago',
  'Australia/Sydney',
  'America/New_York',
  'Australia/Lord_Howe',
  'Europe/Rome',
  'Europe/London',
  'Asia/Tehran',
  'Pacific/Apia',
];
const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const anyRule = fc
  .record({
    start: fc.integer({ min: 0, max: 1380 }),
    length: fc.integer({ min: 5, max: 720 }),
    minutes: fc.integer({ min: 5, max: 120 }),
    desks: fc.integer({ min: 1, max: 9 }),
    breakAt: fc.integer({ min: 0, max: 600 }),
    breakFor: fc.integer({ min: 0, max: 90 }),
  })
  .map(({ start, length, minutes, desks, breakAt, breakFor }) => {
    const ends = Math.min(start + length, 1440);
    const pause = { from: start + breakAt, until: Math.min(start + breakAt + breakFor, ends) };
    const breaks = pause.from < pause.until ? [{ starts: time(pause.from), ends: time(pause.until) }] : [];
    return rule({ starts: time(start), ends: time(ends), minutes, desks, breaks });
  });

describe('in every zone, around every change of the clock', () => {
  // 2011 has the day that Apia skipped; all zones but Tehran still change their clocks in 2026.
  const anyDay = fc
    .tuple(fc.constantFrom(2011, 2021, 2026, 2027), fc.integer({ min: 0, max: 364 }))
    .map(([year, n]) => day(`${year}-01-01`).add({ days: n }));

  it('slots have their real length, follow one another and lie in the opening hours', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, anyRule, (zone, from, one) => {
        const slots = slotsOf({ zone, rules: [one], closures: [], from, to: from.add({ days: 2 }) });
        let free = -Infinity;
        for (const slot of slots) {
          expect(slot.ends - slot.starts).toBe(one.minutes * 60);
          expect(slot.starts).toBeGreaterThanOrEqual(free);
          free = slot.ends;
          const local = Temporal.Instant.fromEpochMilliseconds(slot.starts * 1000).toZonedDateTimeISO(zone);
          expect(local.toPlainDate().toString()).toBe(slot.day);
          const minute = local.hour * 60 + local.minute;
          expect(minute).toBeGreaterThanOrEqual(minuteOf(one.starts));
          expect(minute + one.minutes).toBeLessThanOrEqual(minuteOf(one.ends));
          for (const pause of one.breaks)
            expect(minute >= minuteOf(pause.ends) || minute + one.minutes <= minuteOf(pause.starts)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a closed stretch of time has no slot in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        anyDay,
        anyRule,
        fc.integer({ min: 0, max: 1300 }),
        fc.integer({ min: 10, max: 130 }),
        (zone, from, one, closeAt, closeFor) => {
          const closure = {
            firstDay: from.toString(),
            lastDay: from.toString(),
            starts: time(closeAt),
            ends: time(closeAt + closeFor),
          };
          const open = slotsOf({ zone, rules: [one], closures: [], from, to: from });
          const left = slotsOf({ zone, rules: [one], closures: [closure], from, to: from });
          const closedFrom =
            from.toZonedDateTime({ timeZone: zone, plainTime: time(closeAt) }).epochMilliseconds / 1000;
          for (const slot of open) {
            const inside = slot.starts <= closedFrom && closedFrom < slot.ends;
            if (inside) expect(left.some((other) => other.starts === slot.starts)).toBe(false);
          }
          expect(left.every((slot) => open.some((other) => other.starts === slot.starts))).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('the order of the rules changes nothing when their grids fit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, anyRule, anyRule, (zone, from, one, other) => {
        fc.pre(gridConflict(one, other) === undefined);
        const slots = (rules: OpeningRule[]) => slotsOf({ zone, rules, closures: [], from, to: from });
        expect(slots([one, other])).toEqual(slots([other, one]));
      }),
      { numRuns: 200 },
    );
  });
});

describe('two rules of one planner', () => {
  it('fit when they cut the time they share into the same slots', () => {
    expect(gridConflict(rule(), rule({ starts: '09:20' }))).toBeUndefined();
    expect(gridConflict(rule(), rule({ starts: '10:00', ends: '11:00', minutes: 15 }))).toBeUndefined();
    expect(gridConflict(rule({ weekdays: [1] }), rule({ weekdays: [2], minutes: 15 }))).toBeUndefined();
    expect(
      gridConflict(rule({ validTo: '2027-01-01' }), rule({ validFrom: '2027-01-02', minutes: 15 })),
    ).toBeUndefined();
    expect(
      gridConflict(rule(), rule({ ends: '12:00', breaks: [{ starts: '09:00', ends: '10:00' }], minutes: 15 })),
    ).toBeUndefined();
  });

  it('do not fit with other lengths or other starts', () => {
    expect(gridConflict(rule(), rule({ minutes: 15 }))).toBe('other-minutes');
    expect(gridConflict(rule(), rule({ starts: '09:10' }))).toBe('other-starts');
  });
});
