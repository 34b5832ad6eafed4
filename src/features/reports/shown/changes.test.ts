import { describe, expect, it } from 'vitest';
import type { Overview } from '../figures/overview.query.ts';
import { changeOf, notableChanges } from './changes.rules.ts';

const week: Overview = {
  appointments: 100,
  occupancy: 0.8,
  firstFree: 10,
  absent: 0.1,
  cancelled: 0.2,
  isEmpty: false,
};

describe('what changed', () => {
  it('is said where it is more than chance', () => {
    const now = { ...week, appointments: 112, occupancy: 0.82, firstFree: 8.5, absent: 0.13 };
    expect(notableChanges(now, week).map(({ figure, direction }) => `${figure} ${direction}`)).toEqual([
      'appointments more',
      'firstFree less',
      'absent more',
    ]);
    expect(notableChanges(week, week)).toEqual([]);
  });

  it('is not said of a period of which nothing is known', () => {
    const nothing = { appointments: 0, occupancy: null, firstFree: null, absent: null, cancelled: null, isEmpty: true };
    expect(notableChanges(week, nothing)).toEqual([]);
    expect(changeOf('appointments', week, nothing)).toBe(undefined);
    expect(changeOf('firstFree', nothing, week)).toBe(undefined);
  });

  it('is called the same where the page would show the same number', () => {
    expect(changeOf('occupancy', { ...week, occupancy: 0.803 }, week)?.direction).toBe('same');
    expect(changeOf('occupancy', { ...week, occupancy: 0.75 }, week)?.direction).toBe('less');
  });
});
