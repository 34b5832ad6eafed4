import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawnFace } from '#test/photos.ts';
import { examineCrop, examinePhoto } from '../examine.ts';

const today = Temporal.PlainDate.from('2026-11-22');

/** The drawn face in the middle of a larger light wall. */
async function onWall(width: number, height: number, faceHeight: number): Promise<Buffer> {
  const face = await sharp(await drawnFace().png().toBuffer())
    .resize({ height: faceHeight })
    .png()
    .toBuffer();
  const wall = sharp({ create: { width, height, channels: 3, background: '#e4e6e8' } });
  return wall
    .composite([{ input: face }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

const examine = async (bytes: Buffer) => examinePhoto({ bytes, tooLarge: false }, { today });

describe('a photo with a face', { timeout: 60_000 }, () => {
  it('is cut around it, and may be cut otherwise from its source: what the file said of itself stays', async () => {
    const examined = await examine(await onWall(1500, 2000, 1400));
    expect(examined.fault).toBeUndefined();
    if (examined.portrait === undefined) throw new Error('nothing was cut');
    const { portrait, source, checks } = examined;
    expect(source).toMatchObject({ width: 1500, height: 2000 });
    expect(checks.find(({ id }) => id === 'single-face')?.verdict).toBe('pass');
    expect(portrait.crop.width).toBeGreaterThan(600);

    const wider = { left: 0, top: 35, width: 1500, height: 1929 };
    const cut = await examineCrop({ open: async () => source.jpeg, crop: wider, before: checks });
    if (cut === undefined) throw new Error('it was not cut');
    expect(cut.portrait).toMatchObject({ width: 827, height: 1063, crop: wider });
    expect(cut.checks.map(({ id }) => id)).toEqual(checks.map(({ id }) => id));
    const unchanged = ['file-type', 'file-size', 'recent', 'compression'];
    for (const id of unchanged) {
      expect(cut.checks.find((check) => check.id === id)).toEqual(checks.find((check) => check.id === id));
    }
    const size = (found: typeof checks) => found.find(({ id }) => id === 'head-size')?.figure?.value ?? NaN;
    expect(size(cut.checks)).toBeLessThan(size(checks));
  });

  it('that is small in a large one keeps its pixels', async () => {
    const examined = await examine(await onWall(3000, 4000, 1200));
    expect(examined.source?.width).toBeLessThanOrEqual(2400);
    // 2400 of 4000 pixels would have left three fifths.
    expect(examined.portrait?.width).toBeGreaterThan(700);
  });

  it('that stands sideways is not set upright by us', async () => {
    const sideways = await sharp(await onWall(1500, 2000, 1400))
      .rotate(90)
      .jpeg()
      .toBuffer();
    const { verdict, checks } = await examine(sideways);
    expect(verdict).toBe('fail');
    expect(checks.find(({ id }) => id === 'roll')?.finding).toBe('photo-turned');
  });
});
