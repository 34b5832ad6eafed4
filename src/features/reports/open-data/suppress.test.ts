import { describe, expect, it } from 'vitest';
import { leastPublished, suppress } from './suppress.rules.ts';

describe('small numbers in open data', () => {
  it.each([
    { parts: [20, 9, 0], published: { total: 29, parts: [20, 9, 0] } },
    { parts: [20, 3, 0], published: { total: 23, parts: [null, null, 0] } },
    { parts: [20, 3, 2, 7], published: { total: 32, parts: [null, null, null, 7] } },
    { parts: [5, 8, 1, 9], published: { total: 23, parts: [null, null, null, 9] } },
    { parts: [2, 1, 0], published: { total: null, parts: [null, null, null] } },
    { parts: [3, 2, 0], published: { total: 5, parts: [null, null, 0] } },
    { parts: [1, 1, 1, 1, 1], published: { total: null, parts: [null, null, null, null, null] } },
    { parts: [0, 0, 0], published: { total: 0, parts: [0, 0, 0] } },
  ])('of $parts are published as $published', ({ parts, published }) => {
    expect(suppress(parts)).toEqual(published);
  });

  it.each([2, 3, 4])('of %i parts are never told, nor can they be computed back by who knows the rule', (count) => {
    // Everything that could have been published, with all that it could have been made from: what an attacker can work out.
    const originals = Map.groupBy(everyCount(count), (parts) => JSON.stringify(suppress(parts)));
    const told: string[] = [];
    for (const [published, could] of originals) {
      // Beyond the largest number tried there would be more that it could have been.
      if (!could.some((parts) => Math.max(...parts) + leastPublished <= most)) continue;
      for (let place = 0; place < count; place += 1) {
        const values = new Set(could.map((parts) => parts[place] ?? 0));
        const [only = 0] = values;
        if (values.size === 1 && only > 0 && only < leastPublished) told.push(`${published} at ${place}`);
      }
    }
    expect(told).toEqual([]);
  });
});

const most = 11;

/** All rows of so many counts up to the most. */
function everyCount(count: number): number[][] {
  if (count === 0) return [[]];
  return everyCount(count - 1).flatMap((row) => Array.from({ length: most + 1 }, (_, value) => [...row, value]));
}
