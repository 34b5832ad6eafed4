import { describe, expect, it } from 'vitest';
import { type Group, tellCount, tellGroups } from './crowd.rules.ts';

const group = (people: number, winners: number): Group => ({ people, winners });

describe('the figures of a crowd', () => {
  it('are told of groups that are large enough', () => {
    expect(tellGroups([group(400, 40), group(100, 12)])).toEqual([group(400, 40), group(100, 12)]);
  });

  it('keep back a group of fewer than five, and another so that nobody subtracts', () => {
    expect(tellGroups([group(400, 40), group(100, 12), group(3, 0)])).toEqual([
      { people: null, winners: null },
      group(100, 12),
      { people: null, winners: null },
    ]);
  });

  it('keep back who got a seat where fewer than five of a group did, or fewer than five did not', () => {
    const told = tellGroups([group(400, 40), group(100, 2), group(60, 58)]);
    expect(told.map(({ people }) => people)).toEqual([400, 100, 60]);
    expect(told.map(({ winners }) => winners)).toEqual([40, null, null]);
    expect(tellGroups([group(400, 40), group(100, 2)]).map(({ winners }) => winners)).toEqual([null, null]);
  });

  it('tell of no count from one to four', () => {
    expect([0, 1, 4, 5].map(tellCount)).toEqual([0, null, null, 5]);
  });

  it('never let a small number be computed from the sums, not even by who knows the rule', () => {
    const most = 9;
    const singles = Array.from({ length: most + 1 }, (_, people) =>
      Array.from({ length: people + 1 }, (__, winners) => group(people, winners)),
    ).flat();
    const tables = singles.flatMap((one) => singles.map((other) => [one, other]));
    const byPublished = Map.groupBy(tables, (groups) => {
      const told = tellGroups(groups);
      const [people, winners] = [sum(groups, 'people'), sum(groups, 'winners')];
      return JSON.stringify([told, tellCount(people), tellCount(winners), tellCount(people - winners)]);
    });
    const told: string[] = [];
    for (const [published, could] of byPublished) {
      if (!could.some((groups) => groups.every(({ people }) => people + 5 <= most))) continue;
      for (const place of [0, 1]) {
        for (const count of ['people', 'winners'] as const) {
          const values = new Set(could.map((groups) => groups[place]?.[count] ?? 0));
          const [only = 0] = values;
          if (values.size === 1 && only > 0 && only < 5) told.push(`${published}: ${count} of ${place}`);
        }
      }
    }
    expect(told).toEqual([]);
  });
});

function sum(groups: readonly Group[], count: keyof Group): number {
  return groups.reduce((all, one) => all + one[count], 0);
}
