import { describe, expect, it } from 'vitest';
import { drawnPortrait } from '#test/photos.ts';
import { frameSize, savedQuality } from './jpeg-header.ts';

describe('what the first bytes of a JPEG tell', () => {
  it('is its size, however it was saved', async () => {
    for (const progressive of [false, true]) {
      const jpeg = await drawnPortrait(640, 480).jpeg({ progressive }).toBuffer();
      expect(frameSize(jpeg)).toEqual({ width: 640, height: 480 });
    }
  });

  it.each([8, 25, 50, 60, 75, 92, 100])('is how well it was saved: %i', async (quality) => {
    expect(savedQuality(await drawnPortrait().jpeg({ quality }).toBuffer())).toBe(quality);
  });

  it('is nothing where it is cut off, or makes no sense', async () => {
    const whole = await drawnPortrait().jpeg().toBuffer();
    for (const bytes of [whole.subarray(0, 3), whole.subarray(0, 60), Buffer.alloc(90, 0xff), Buffer.alloc(0)]) {
      expect([frameSize(bytes), savedQuality(bytes)]).toEqual([undefined, undefined]);
    }
    const still = Buffer.from(whole);
    still.writeUInt16BE(0, 4);
    expect(frameSize(still)).toBeUndefined();
  });
});
