import { describe, expect, it } from 'vitest';
import type { NoShowRule } from '#features/offices/index.ts';
import { type Missed, pauseFor } from './no-show.rules.ts';

const rule: NoShowRule = { limit: 2, months: 6, days: 30, scope: 'service' };
const missed = (day: string, serviceCode = 'passport'): Missed => {
  return { bookingId: day, serviceCode, day: Temporal.PlainDate.from(day) };
};
const on = (today: string, more: Partial<NoShowRule> = {}) => {
  return { rule: { ...rule, ...more }, serviceCode: 'passport', today: Temporal.PlainDate.from(today) };
};

describe('the pause after appointments missed', () => {
  it('does not follow from one', () => {
    expect(pauseFor([missed('2026-10-01')], on('2026-10-02'))).toBeUndefined();
  });

  it('begins with the one that makes the number and counts its last day in full', () => {
    const both = [missed('2026-09-01'), missed('2026-10-01')];
    expect(pauseFor(both, on('2026-10-02'))?.lastDay.toString()).toBe('2026-10-31');
    expect(pauseFor(both, on('2026-10-31'))).toBeDefined();
    expect(pauseFor(both, on('2026-11-01'))).toBeUndefined();
  });

  it('forgets what was missed longer ago than the rule says', () => {
    expect(pauseFor([missed('2026-04-01'), missed('2026-10-01')], on('2026-10-02'))).toBeUndefined();
    expect(pauseFor([missed('2026-04-02'), missed('2026-10-01')], on('2026-10-02'))).toBeDefined();
  });

  it('is for the service that was missed, or for all where the office says so', () => {
    const mixed = [missed('2026-09-01', 'cie'), missed('2026-10-01')];
    expect(pauseFor(mixed, on('2026-10-02'))).toBeUndefined();
    expect(pauseFor(mixed, on('2026-10-02', { scope: 'office' }))?.missed).toHaveLength(2);
  });
});
