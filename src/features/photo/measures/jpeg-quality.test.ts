import sharp from 'sharp';
import { expect, it } from 'vitest';
import { portraitJpeg } from '#test/photos.ts';
import { jpegQuality } from './jpeg-quality.ts';

it.each([10, 35, 50, 60, 75, 92])('tells how well a JPEG was kept: quality %i', async (quality) => {
  const picture = sharp(await portraitJpeg());
  const plain = await picture.jpeg({ quality }).toBuffer();
  expect(Math.abs((jpegQuality(plain) ?? 0) - quality)).toBeLessThanOrEqual(2);
});

it('says nothing of a file without its tables, whatever lengths it claims', async () => {
  const jpeg = await portraitJpeg();
  expect(jpegQuality(new Uint8Array())).toBeUndefined();
  expect(jpegQuality(jpeg.subarray(0, 30))).toBeUndefined();
  expect(jpegQuality(Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 0, 0]))).toBeUndefined();
});
