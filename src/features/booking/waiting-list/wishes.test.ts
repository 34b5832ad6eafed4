import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.rules.ts';
import { type Candidate, firstRun, suits, type Wishes, wholeWeek } from './wishes.rules.ts';

const zone = 'Europe/London';
const anything: Wishes = { party: 1, weekdays: wholeWeek, fromDay: null, toDay: null, fromTime: null, toTime: null };
const at = (time: string): Temporal.Instant => Temporal.Instant.from(time);
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const clock = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);

describe('a seat suits who waits', () => {
  // 14 January 2027 is a Thursday.
  it.each<[string, Partial<Wishes>, boolean]>([
    ['when they wish nothing', {}, true],
    ['on a weekday they can', { weekdays: [4] }, true],
    ['not on another', { weekdays: [1, 2, 3, 5] }, false],
    ['on the first day they can', { fromDay: day('2027-01-14') }, true],
    ['not the day before', { fromDay: day('2027-01-15') }, false],
    ['on the last day they can', { toDay: day('2027-01-14') }, true],
    ['not after it', { toDay: day('2027-01-13') }, false],
    ['from the hour they can', { fromTime: clock('09:20') }, true],
    ['not before it', { fromTime: clock('09:21') }, false],
    ['until just before the hour they must leave', { toTime: clock('09:21') }, true],
    ['not at that hour', { toTime: clock('09:20') }, false],
  ])('%s', (_, wishes, expected) => {
    expect(suits({ ...anything, ...wishes }, at('2027-01-14T09:20Z'), zone)).toBe(expected);
  });

  it('by the office’s own day and hour', () => {
    const evening = { ...anything, weekdays: [3], toTime: clock('21:00') };
    expect(suits(evening, at('2027-01-14T01:30Z'), 'America/New_York')).toBe(true);
    expect(suits(evening, at('2027-01-14T01:30Z'), zone)).toBe(false);
  });
});

describe('the seats for a visit', () => {
  const slot = (number: number, kept: number, free = 0): Candidate => ({
    id: String(number),
    startsAt: at('2027-01-14T09:00Z').add({ minutes: 20 * number }),
    endsAt: at('2027-01-14T09:20Z').add({ minutes: 20 * number }),
    kept,
    free,
  });
  const ids = (slots: readonly Candidate[], minutes: number | null, party = 1) =>
    firstRun(slots, { minutes, party }, () => true)?.map(({ id }) => id);

  it('are the first that came back', () => {
    expect(ids([slot(0, 0, 3), slot(1, 1), slot(2, 1)], null)).toEqual(['1']);
  });

  it('are never only public ones', () => {
    expect(ids([slot(0, 0, 3)], null)).toBeUndefined();
  });

  it('hold the whole party, with public seats where they are missing', () => {
    expect(ids([slot(0, 1), slot(1, 1, 1)], null, 2)).toEqual(['1']);
    expect(ids([slot(0, 1), slot(1, 1)], null, 2)).toBeUndefined();
  });

  it('follow each other without a gap for a long service', () => {
    expect(ids([slot(0, 1), slot(2, 1), slot(3, 0, 1)], 40)).toEqual(['2', '3']);
    expect(ids([slot(0, 1), slot(1, 0)], 40)).toBeUndefined();
    expect(ids([slot(0, 1)], 40)).toBeUndefined();
  });
});

describe('the forecast', () => {
  it('says nothing where too few were served to tell', () => {
    expect(forecast(1, 2)).toBeUndefined();
    expect(forecast(1, 3)).toBe(3);
  });

  it('follows the place and the pace of the last eight weeks', () => {
    expect(forecast(12, 16)).toBe(6);
    expect(forecast(13, 16)).toBe(7);
    expect(forecast(1, 80)).toBe(1);
  });

  it('does not pretend to know what is more than two years away', () => {
    expect(forecast(1000, 3)).toBeUndefined();
  });
});
