import { describe, expect, it } from 'vitest';
import { calm, isShed, type LoadClass, type Load, nextLoad, pressureOf, retryAfter } from './overload.rules.ts';

const limits = { delay: 500, requests: 2_000, database: 500, seats: 5_000 };
const idle = { delay: 0, utilisation: 0.1, requests: 3, database: 0, seats: 0 };

describe('how loaded a process is', () => {
  it('is told by the worst of what it measures', () => {
    expect(pressureOf(idle, limits)).toBeLessThan(0.01);
    expect(pressureOf({ ...idle, database: 1_000 }, limits)).toBe(2);
    expect(pressureOf({ ...idle, seats: 7_500, requests: 2_000 }, limits)).toBe(1.5);
    expect(pressureOf({ ...idle, delay: 500, utilisation: 1 }, limits)).toBe(1);
  });

  it('is not told by a late event loop that has little to do: the machine is busy with others', () => {
    expect(pressureOf({ ...idle, delay: 2_000, utilisation: 0.3 }, limits)).toBeLessThan(0.01);
  });

  it('rises at once and falls step by step, each after three calm seconds', () => {
    let load: Load = nextLoad(calm, 3, 0);
    expect(load.level).toBe(3);
    const levels = [];
    for (let now = 250; now <= 10_000; now += 250) {
      load = nextLoad(load, 0.1, now);
      levels.push(load.level);
    }
    expect([levels.indexOf(2), levels.indexOf(1), levels.indexOf(0)]).toEqual([12, 25, 38]);
  });

  it('does not flap while the pressure goes up and down around a limit', () => {
    let load: Load = nextLoad(calm, 1.05, 0);
    for (let now = 250; now <= 60_000; now += 250) {
      load = nextLoad(load, now % 1_000 === 0 ? 1.02 : 0.8, now);
      expect(load.level).toBe(1);
    }
  });
});

describe('what is put off', () => {
  const shedAt = (level: 0 | 1 | 2 | 3, anonymous: boolean): LoadClass[] =>
    (['decoration', 'reading', 'join', 'vital', 'desk'] as const).filter((what) => isShed(what, { level, anonymous }));

  it('is decoration first, then the reading of people nobody knows, then new joins, and nothing else ever', () => {
    expect([0, 1, 2, 3].map((level) => shedAt(level as 0 | 1 | 2 | 3, true))).toEqual([
      [],
      ['decoration'],
      ['decoration', 'reading'],
      ['decoration', 'reading', 'join'],
    ]);
    expect(shedAt(3, false)).toEqual(['decoration', 'join']);
  });

  it('comes back spread over some seconds', () => {
    expect([retryAfter('reading', 0), retryAfter('reading', 1)]).toEqual([5, 10]);
    expect([retryAfter('join', 0), retryAfter('join', 1)]).toEqual([10, 20]);
  });
});
