import { describe, expect, it } from 'vitest';
import { travelFor } from './travel.rules.ts';

describe('the estimate of a journey', () => {
  it.each([
    [0, undefined],
    [0.4, undefined],
    [1, { by: 'foot', from: 10, to: 25 }],
    [6, { by: 'car', from: 10, to: 25 }],
    [18, { by: 'car', from: 20, to: 45 }],
    [48, { by: 'car', from: 40, to: 90 }],
  ])('of %d km as the crow flies is %o', (km, travel) => {
    expect(travelFor(km)).toEqual(travel);
  });

  it('is a range that never shrinks with the distance', () => {
    for (let km = 0.5; km < 100; km += 0.5) {
      const { from, to } = travelFor(km) ?? { from: 0, to: 0 };
      expect(to).toBeGreaterThan(from);
    }
  });
});
