import { describe, expect, it } from 'vitest';
import { type ClosedTime, type ExtraOpening, type OpeningRule, slotsOf } from '../rules.ts';

const always = { validFrom: '2010-01-01', validTo: null, weekdays: [1, 2, 3, 4, 5, 6, 7], breaks: [] };
const morning: OpeningRule = { ...always, starts: '09:00', ends: '10:00', minutes: 20, desks: 2 };

function opening(day: string, more: Partial<ExtraOpening> = {}): ExtraOpening {
  return { firstDay: day, lastDay: day, starts: '14:00', ends: '15:00', minutes: 30, desks: 3, ...more };
}

function closed(day: string, starts: string | null = null, ends: string | null = null): ClosedTime {
  return { firstDay: day, lastDay: day, starts, ends };
}

/** Local times and seats of one day in Rome: `09:00 2`. */
function dayOf(
  date: string,
  plan: { rules?: OpeningRule[]; closures?: ClosedTime[]; extras?: ExtraOpening[] },
): string[] {
  const { rules = [], closures = [], extras = [] } = plan;
  const day = Temporal.PlainDate.from(date);
  return slotsOf({ zone: 'Europe/Rome', rules, closures, extras, from: day, to: day }).map((slot) => {
    const start = Temporal.Instant.fromEpochMilliseconds(slot.starts * 1000).toZonedDateTimeISO('Europe/Rome');
    return `${start.toPlainTime().toString({ smallestUnit: 'minute' })} ${slot.capacity}`;
  });
}

describe('an extra opening', () => {
  const day = '2027-01-14';

  it('makes seats beside the rules, and where there are none', () => {
    expect(dayOf(day, { rules: [morning], extras: [opening(day)] })).toEqual([
      '09:00 2',
      '09:20 2',
      '09:40 2',
      '14:00 3',
      '14:30 3',
    ]);
    expect(dayOf('2027-01-16', { extras: [opening('2027-01-15', { lastDay: '2027-01-17' })] })).toEqual([
      '14:00 3',
      '14:30 3',
    ]);
    expect(dayOf('2027-01-13', { extras: [opening(day)] })).toEqual([]);
  });

  it('opens on a day that is closed, in its own hours alone', () => {
    const plan = { rules: [morning], closures: [closed(day)], extras: [opening(day)] };
    expect(dayOf(day, plan)).toEqual(['14:00 3', '14:30 3']);
    const same = opening(day, { starts: '09:20', ends: '09:40', minutes: 20, desks: 1 });
    expect(dayOf(day, { ...plan, extras: [same] })).toEqual(['09:20 1']);
  });

  it('adds its desks to a rule with the same starts', () => {
    const same = opening(day, { starts: '09:20', ends: '10:20', minutes: 20, desks: 1 });
    expect(dayOf(day, { rules: [morning], extras: [same] })).toEqual(['09:00 2', '09:20 3', '09:40 3', '10:00 1']);
  });

  it('decides how its hours are cut when a rule comes to cut them otherwise', () => {
    const across = opening(day, { starts: '09:30', ends: '10:30' });
    expect(dayOf(day, { rules: [morning], extras: [across] })).toEqual(['09:00 2', '09:30 3', '10:00 3']);
  });

  it('makes no seat in the hour the clock skips, and in the hour it repeats only once', () => {
    const night = { starts: '01:30', ends: '04:00', desks: 1 };
    expect(dayOf('2027-03-28', { extras: [opening('2027-03-28', night)] })).toEqual(['01:30 1', '03:00 1', '03:30 1']);
    expect(dayOf('2026-10-25', { extras: [opening('2026-10-25', night)] })).toEqual([
      '01:30 1',
      '02:00 1',
      '02:30 1',
      '03:00 1',
      '03:30 1',
    ]);
  });
});
