import type sharpLibrary from 'sharp';
import type { Sharp, SharpOptions } from 'sharp';
import type { Pixels } from './face/seen.ts';
import type { Crop, Picture, PictureHeader } from './picture.ts';
import { photoRules } from './rules.ts';
import { takenOn } from './taken-on.ts';

/** A picture that cannot be read, as a finding. */
export type Unreadable = 'truncated' | 'damaged';

/** Reads what a JPEG says of itself; nothing is decoded. */
export async function readHeader(
  bytes: Buffer,
): Promise<{ ok: true; header: PictureHeader } | { ok: false; reason: Unreadable }> {
  try {
    const found = await (await open(bytes, { limitInputPixels: false })).metadata();
    if (found.format !== 'jpeg') return { ok: false, reason: 'damaged' };
    return {
      ok: true,
      header: {
        bytes: bytes.length,
        ...found.autoOrient,
        colours: found.space === 'cmyk' ? 'cmyk' : found.channels < 3 ? 'grey' : 'colour',
        turned: (found.orientation ?? 1) > 1,
        takenOn: takenOn(found.exif),
      },
    };
  } catch {
    return { ok: false, reason: isCutOff(bytes) ? 'truncated' : 'damaged' };
  }
}

/**
 * Decodes the part of a picture that is kept, upright and in the colours of screens. Scaling comes first, so that the
 * decoder gives no more pixels than are needed. A warning of the decoder is a fault: what is missing would be grey.
 */
export async function decode(
  bytes: Buffer,
  { header, crop, size }: { header: PictureHeader; crop: Crop; size: { width: number; height: number } },
): Promise<{ ok: true; picture: Picture } | { ok: false; reason: Unreadable }> {
  const scale = size.width / crop.width;
  const scaled = {
    width: Math.max(size.width, Math.round(header.width * scale)),
    height: Math.max(size.height, Math.round(header.height * scale)),
  };
  const left = Math.min(Math.round(crop.left * scale), scaled.width - size.width);
  const top = Math.min(Math.round(crop.top * scale), scaled.height - size.height);
  try {
    const picture = await open(bytes, { limitInputPixels: photoRules.file.mostPixels, failOn: 'warning' });
    const rgb = await picture
      .autoOrient()
      .resize({ ...scaled, fit: 'fill' })
      .extract({ left, top, width: size.width, height: size.height })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
    return { ok: true, picture: { header, crop, ...size, rgb } };
  } catch {
    return { ok: false, reason: isCutOff(bytes) ? 'truncated' : 'damaged' };
  }
}

/** Cuts a part out of a picture and scales it; it never turns it. */
export async function cutOut(
  { rgb, width, height }: Pixels,
  { crop, size }: { crop: Crop; size: { width: number; height: number } },
): Promise<Pixels> {
  const picture = await open(rgb, { raw: { width, height, channels: 3 } });
  const cut = picture.extract(crop).resize({ ...size, fit: 'fill' });
  return { ...size, rgb: await cut.raw().toBuffer() };
}

/** What a portrait may be cut from once more, as good as it came. */
export async function encodeSource({ rgb, width, height }: Pixels): Promise<Buffer> {
  const picture = await open(rgb, { raw: { width, height, channels: 3 } });
  return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
}

const qualities = [92, 86, 80, 72, 62, 50, 35, 20];

/** A new JPEG with nothing in it but the picture, small enough for the register. */
export async function encode(
  { rgb, width, height }: Pixels,
  { mostBytes } = { mostBytes: photoRules.portrait.mostBytes as number },
): Promise<Buffer> {
  const raw = { width, height, channels: 3 } as const;
  const dots = Math.round((width * 25.4) / photoRules.portrait.millimetresWide);
  let jpeg: Buffer = Buffer.alloc(0);
  for (const quality of qualities) {
    const picture = await open(rgb, { raw });
    jpeg = withDensity(await picture.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer(), dots);
    if (jpeg.length <= mostBytes) break;
  }
  return jpeg;
}

/**
 * Says how many dots make an inch, in a segment of its own at the beginning (JFIF 1.02). The library would write EXIF notes
 * with it, and keep those that came.
 */
function withDensity(jpeg: Buffer, dots: number): Buffer {
  const segment = Buffer.from('ffe000104a46494600010201000000000000', 'hex');
  segment.writeUInt16BE(dots, 12);
  segment.writeUInt16BE(dots, 14);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

const endOfImage = Buffer.from([0xff, 0xd9]);
const startOfScan = Buffer.from([0xff, 0xda]);

function isCutOff(bytes: Buffer): boolean {
  return bytes.lastIndexOf(endOfImage) < bytes.lastIndexOf(startOfScan) || bytes.length < 500;
}

// No time limit of the library: it counts the time that passes, which says nothing where pages go first. The process has one of
// its own work. Loaded with the first photo: a process that never sees one does not carry the library.
let library: Promise<{ default: typeof sharpLibrary }> | undefined;

async function open(bytes: Uint8Array, options: SharpOptions): Promise<Sharp> {
  library ??= import('sharp');
  const { default: sharp } = await library;
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, { ...options, sequentialRead: true });
}
