import { describe, expect, it } from 'vitest';
import { moved, partAround, wholePart } from './source-part.rules.ts';

describe('the source of a portrait', () => {
  it('is the whole photo, with no side longer than 2400 pixels, and never enlarged', () => {
    expect(wholePart({ width: 3000, height: 4000 })).toEqual({
      part: { left: 0, top: 0, width: 3000, height: 4000 },
      size: { width: 1800, height: 2400 },
    });
    expect(wholePart({ width: 827, height: 1063 }).size).toEqual({ width: 827, height: 1063 });
  });

  it('is the whole where the cut keeps enough pixels', () => {
    const photo = { width: 3000, height: 4000 };
    expect(partAround({ left: 500, top: 600, width: 2000, height: 2571 }, photo)).toEqual(wholePart(photo));
  });

  it('is a part about a small cut, as large as it came, within the photo', () => {
    const photo = { width: 6000, height: 8000 };
    const crop = { left: 4900, top: 100, width: 700, height: 900 };
    const { part, size } = partAround(crop, photo);
    expect(part).toEqual({ left: 3600, top: 0, width: 2400, height: 2400 });
    expect(size).toEqual({ width: 2400, height: 2400 });
    expect(moved(crop, { from: part, to: { left: 0, top: 0, ...size } })).toEqual({
      left: 1300,
      top: 100,
      width: 700,
      height: 900,
    });
  });

  it('gives the cut the pixels of the largest portrait and no more', () => {
    const { part, size } = partAround(
      { left: 2000, top: 2000, width: 1200, height: 1543 },
      { width: 6000, height: 8000 },
    );
    expect((1200 * size.width) / part.width).toBeCloseTo(827, 0);
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(2400);
  });
});
