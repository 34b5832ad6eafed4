import { describe, expect, it } from 'vitest';
import { type Horizon, horizonEnd, nextRelease, opensAt, planThrough } from './horizon.rules.ts';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const london: Horizon = { zone: 'Europe/London', horizonDays: 90, releaseTime: '19:00:00' };

describe('a rolling horizon', () => {
  it('opens a day at the release hour, so many days before, on the office’s clock', () => {
    expect(opensAt(day('2027-02-20'), london).toString()).toBe('2026-11-22T19:00:00Z');
    // Opens in summer time, for a day in winter time.
    expect(opensAt(day('2027-01-12'), london).toString()).toBe('2026-10-14T18:00:00Z');
  });

  it('moves on at that instant, to the second', () => {
    expect(horizonEnd(london, at('2026-11-22T18:59:59.999Z')).toString()).toBe('2027-02-19');
    expect(horizonEnd(london, at('2026-11-22T19:00:00Z')).toString()).toBe('2027-02-20');
    expect(nextRelease(london, at('2026-11-22T18:59:59Z')).toString()).toBe('2026-11-22T19:00:00Z');
    expect(nextRelease(london, at('2026-11-22T19:00:00Z')).toString()).toBe('2026-11-23T19:00:00Z');
  });

  it('counts days in the office’s calendar, not in UTC', () => {
    const auckland = { zone: 'Pacific/Auckland', horizonDays: 1, releaseTime: '00:00' };
    expect(horizonEnd(auckland, at('2026-11-22T11:30:00Z')).toString()).toBe('2026-11-24');
  });

  it('opens after the jump when the release hour does not exist that night, and once when it comes twice', () => {
    const rome = { zone: 'Europe/Rome', horizonDays: 10, releaseTime: '02:30' };
    expect(opensAt(day('2027-04-07'), rome).toString()).toBe('2027-03-28T01:30:00Z');
    expect(opensAt(day('2026-11-04'), rome).toString()).toBe('2026-10-25T00:30:00Z');
    const santiago = { zone: 'America/Santiago', horizonDays: 10, releaseTime: '00:00' };
    expect(opensAt(day('2026-09-16'), santiago).toString()).toBe('2026-09-06T04:00:00Z');
  });

  it('stands still nowhere: even where a zone skips a whole day', () => {
    const apia = { zone: 'Pacific/Apia', horizonDays: 5, releaseTime: '08:00' };
    let last = day('2011-12-25');
    for (
      let now = at('2011-12-26T00:00:00Z');
      Temporal.Instant.compare(now, at('2012-01-05T00:00:00Z')) < 0;
      now = now.add({ hours: 3 })
    ) {
      const end = horizonEnd(apia, now);
      expect(Temporal.PlainDate.compare(end, last)).toBeGreaterThanOrEqual(0);
      expect(Temporal.Instant.compare(nextRelease(apia, now), now)).toBe(1);
      expect(Temporal.PlainDate.compare(planThrough(apia, now), end)).toBe(1);
      last = end;
    }
  });
});
