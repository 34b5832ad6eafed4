import sharp from 'sharp';
import { expect, it } from 'vitest';
import { edgePhotos } from '#test/edge-photos.ts';
import { examinePhoto } from '../examine.ts';

const today = Temporal.PlainDate.from('2026-11-22');

it.each(await edgePhotos())(
  'what somebody sends is answered properly: $name',
  async ({ bytes, finding, opens }) => {
    const { checks, portrait, verdict } = await examinePhoto({ bytes, tooLarge: false }, { today });
    expect(checks.map((check) => check.finding)).toContain(finding);
    expect(portrait !== undefined).toBe(opens);
    if (portrait === undefined) return expect(verdict).toBe('fail');
    const { jpeg, width, height } = portrait;
    const metadata = await sharp(jpeg).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width, height, space: 'srgb', channels: 3 });
    expect([metadata.exif, metadata.icc, metadata.orientation]).toEqual([undefined, undefined, undefined]);
    expect(width / height).toBeCloseTo(35 / 45, 2);
    expect(jpeg.length).toBeLessThanOrEqual(500_000);
    expect(jpeg.includes('PK\x03\x04')).toBe(false);
  },
  60_000,
);
