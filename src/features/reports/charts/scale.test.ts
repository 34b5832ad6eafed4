import { describe, expect, it } from 'vitest';
import { heatClass, niceScale, shownLabels } from './scale.rules.ts';

describe('the scale of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [10, [0, 3, 6, 9, 12]],
    [42, [0, 20, 40, 60]],
    [1234, [0, 500, 1000, 1500]],
  ])('of values up to %i has round whole steps', (largest, ticks) => {
    expect(niceScale(largest).ticks).toEqual(ticks);
    expect(niceScale(largest).top).toBeGreaterThanOrEqual(largest);
  });

  it('writes as many labels as there is room for', () => {
    expect(shownLabels(5, 6)).toEqual([0, 1, 2, 3, 4]);
    expect(shownLabels(31, 6)).toEqual([0, 6, 12, 18, 24, 30]);
    expect(shownLabels(0, 6)).toEqual([]);
  });

  it('tells five grades of fullness apart', () => {
    expect([0, 0.3, 0.6, 0.8, 1].map(heatClass)).toEqual([0, 1, 2, 3, 4]);
  });
});
