import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/** What a camera sees, in pixels. */
const picture = { width: 1440, height: 1080 };

/**
 * Writes what Chromium's simulated camera shows again and again: somebody from a portrait, before a wall that goes on beside it.
 * `size`: how much of the picture's height the portrait takes; `aside`: pixels from the middle, to the right of the picture.
 */
export async function writeCameraVideo(
  file: string,
  portrait: Buffer,
  { size, aside = 0 }: { size: number; aside?: number },
): Promise<void> {
  const { data, info } = await sharp(portrait)
    .resize({ height: Math.round(picture.height * size) })
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((picture.width - info.width) / 2 + aside);
  const right = picture.width - info.width - left;
  const top = Math.round((picture.height - info.height) / 2);
  const bottom = picture.height - info.height - top;
  const frame = await sharp(data)
    .extend({ left, right, top, bottom, extendWith: 'copy' })
    .jpeg({ quality: 92 })
    .toBuffer();
  // Motion JPEG is one picture after the other.
  await writeFile(file, Buffer.concat([frame, frame, frame]));
}
