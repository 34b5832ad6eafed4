import { describe, expect, it } from 'vitest';
import { percentOf, shareOf, shareWords } from '../bench/photo/interval.ts';
import { toneOf, typologyAngle } from '../bench/photo/skin-tone.ts';

describe('a share in the figures of the photo', () => {
  // The examples of R. G. Newcombe, Statistics in Medicine 17 (1998), page 861: method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i has the interval that was published for it', (hits, of, low, high) => {
    const share = shareOf(hits, of);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  it('says something of all and of nothing', () => {
    expect(shareOf(20, 20)).toMatchObject({ high: 1, low: expect.closeTo(0.8389, 4) as number });
    expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 });
    expect(percentOf(shareOf(0, 0))).toBe(0);
    expect(shareWords(shareOf(34, 35))).toBe('34 of 35, 97 % (85–99)');
    expect(shareWords(shareOf(0, 0))).toBe('none');
  });
});

describe('the tone of a skin in a picture', () => {
  const points = new Float32Array(478 * 3);
  points.set([40, 40, 0], 468 * 3);
  points.set([60, 40, 0], 473 * 3);
  points.set([38, 60, 0], 50 * 3);
  points.set([62, 60, 0], 280 * 3);
  const plain = (colour: readonly number[]) => {
    const rgb = Uint8Array.from({ length: 100 * 100 * 3 }, (_, at) => colour[at % 3] ?? 0);
    return typologyAngle({ pixels: { width: 100, height: 100, rgb }, points });
  };

  it('is the angle of its lightness over its yellow', () => {
    // L* 75.8, b* 19.8, and L* 32.2, b* 13.6, by the formulas of the CIE.
    expect(plain([224, 177, 151])).toBeCloseTo(52.4, 1);
    expect(plain([101, 68, 55])).toBeCloseTo(-52.6, 1);
  });

  it('is in one of three groups', () => {
    expect([60, 41.1, 41, 10, 9.9, -50].map(toneOf)).toEqual([
      'light',
      'light',
      'intermediate',
      'intermediate',
      'dark',
      'dark',
    ]);
  });
});
