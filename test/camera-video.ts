import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** What a camera sees, in pixels. */
const picture = { width: 1440, height: 1080 };

/**
 * Writes what Chromium's simulated camera shows again and again: somebody from a portrait, before a wall that goes on beside it.
 * `size`: how tall the portrait is beside the camera's picture; `aside`, `down`: pixels from the middle, to the right and down.
 */
export async function writeCameraVideo(
  file: string,
  portrait: Buffer,
  { size, aside = 0, down = 0 }: { size: number; aside?: number; down?: number },
): Promise<void> {
  const { data, info } = await sharp(portrait)
    .resize({ height: Math.round(picture.height * size) })
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((picture.width - info.width) / 2 + aside);
  const top = Math.round((picture.height - info.height) / 2 + down);
  const around = {
    left: Math.max(0, left),
    right: Math.max(0, picture.width - info.width - left),
    top: Math.max(0, top),
    bottom: Math.max(0, picture.height - info.height - top),
  };
  const wall = await sharp(data)
    .extend({ ...around, extendWith: 'copy' })
    .toBuffer();
  const seen = { ...picture, left: Math.max(0, -left), top: Math.max(0, -top) };
  const frame = await sharp(wall).extract(seen).jpeg({ quality: 92 }).toBuffer();
  // Motion JPEG is one picture after the other.
  await writeFile(file, Buffer.concat([frame, frame, frame]));
}
