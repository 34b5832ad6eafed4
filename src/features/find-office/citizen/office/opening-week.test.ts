import { describe, expect, it } from 'vitest';
import { limitedHours, nextWeekFrom, openingWeek, plannersOfServices, runsOf } from './opening-week.ts';

function rule(weekdays: number[], starts: string, ends: string, more: { validFrom?: string; validTo?: string } = {}) {
  return { validFrom: '2026-01-01', validTo: null, weekdays, starts, ends, breaks: [], minutes: 20, desks: 1, ...more };
}

describe('the week of an office in words', () => {
  it('puts weekdays with the same hours together, and joins hours that touch', () => {
    const rules = [rule([1, 2, 3], '09:00', '11:00'), rule([2], '14:00', '16:00'), rule([1, 3], '11:00', '12:00')];
    expect(openingWeek(rules, '2026-11-22')).toEqual([
      { weekdays: [1, 3], hours: ['09:00–12:00'] },
      { weekdays: [2], hours: ['09:00–11:00', '14:00–16:00'] },
    ]);
  });

  it('leaves out rules that are over or still to come, and says when the next begin', () => {
    const rules = [
      rule([1], '09:00', '10:00', { validTo: '2026-11-21' }),
      rule([2], '09:00', '10:00', { validFrom: '2026-12-01' }),
    ];
    expect(openingWeek(rules, '2026-11-22')).toEqual([]);
    expect(nextWeekFrom(rules, '2026-11-22')).toBe('2026-12-01');
  });

  it('tells apart the hours of a limited period, with the days it has left', () => {
    const rules = [
      rule([1, 7], '09:00', '10:00', { validFrom: '2026-11-22', validTo: '2026-11-22' }),
      rule([1, 2], '09:00', '10:00', { validTo: '2026-11-23' }),
      rule([6], '09:00', '10:00', { validTo: '2026-11-23' }),
      rule([1], '09:00', '10:00', { validTo: '2026-11-21' }),
      rule([1], '09:00', '10:00'),
    ];
    expect(limitedHours(rules, '2026-11-22')).toEqual([
      { from: '2026-01-01', to: '2026-11-23', weekdays: [1], hours: ['09:00–10:00'] },
      { from: '2026-11-22', to: '2026-11-22', weekdays: [7], hours: ['09:00–10:00'] },
    ]);
  });

  it('takes planners side by side as one where they serve the same', () => {
    const planner = { plannerId: 1, services: ['cie', 'aire'], rules: [rule([1], '09:00', '11:00')] };
    const beside = { plannerId: 2, services: ['aire', 'cie'], rules: [rule([1], '10:00', '12:00')] };
    const other = { plannerId: 3, services: ['cie'], rules: [rule([2], '09:00', '10:00')] };
    const [together, alone] = plannersOfServices([planner, beside, other]);
    expect(openingWeek(together?.rules ?? [], '2026-11-22')).toEqual([{ weekdays: [1], hours: ['09:00–12:00'] }]);
    expect(alone).toEqual(other);
  });

  it('names days in a row by the first and the last', () => {
    expect(runsOf([1, 2, 3, 5, 7])).toEqual([
      [1, 3],
      [5, 5],
      [7, 7],
    ]);
  });
});
