import { crc32 } from 'node:zlib';
import { beginsLike } from '#platform/file-kind.ts';

export const fileKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const;
/** The kinds of file taken, by their media types. */
export type FileKind = (typeof fileKinds)[number];

export type FileFault = 'empty' | 'wrong-kind' | 'corrupt';

/**
 * What a file is, by its bytes alone: neither its name nor what the browser says of it counts. A file that begins like one
 * of the kinds but is cut off or damaged is told apart from one of another kind. Three formats are read by their own
 * signatures and structure (ISO 32000-1 7.5, ITU-T T.81 B.1, PNG 5): a library would know hundreds more than we take.
 */
export function kindOf(bytes: Buffer): { ok: true; kind: FileKind } | { ok: false; reason: FileFault } {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  const begins = beginsLike(bytes);
  const kind = fileKinds.find((one) => one === begins);
  if (kind === undefined) return { ok: false, reason: 'wrong-kind' };
  return isWhole[kind](bytes) ? { ok: true, kind } : { ok: false, reason: 'corrupt' };
}

/** The eight bytes that a PNG begins with. */
const pngMark = 8;

const isWhole: Record<FileKind, (bytes: Buffer) => boolean> = {
  'application/pdf': isWholePdf,
  'image/jpeg': isWholeJpeg,
  'image/png': isWholePng,
};

/** A version, at least one object, and the end mark with the place of the table before it. */
function isWholePdf(bytes: Buffer): boolean {
  const end = bytes.subarray(-2048).toString('latin1');
  const startsWell = /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1'));
  return startsWell && bytes.includes(' obj') && /startxref\s+\d+\s+%%EOF\s*/.test(end);
}

/** Segments one after the other with a frame of some size before the picture, and an end after it. */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2;
  let hasFrame = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return false;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) return false;
    if (marker === 0xda) return hasFrame && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at + length;
    if (isFrame(marker)) {
      if (at + 9 > bytes.length || bytes.readUInt16BE(at + 7) === 0) return false;
      hasFrame = true;
    }
    at += 2 + length;
  }
  return false;
}

// SOF0 to SOF15, without the three tables among them.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Chunks one after the other, each with its right sum: the head first, some data, the end last. */
function isWholePng(bytes: Buffer): boolean {
  let at = pngMark;
  let hasData = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) return false;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at === pngMark && (name !== 'IHDR' || length !== 13)) return false;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return false;
    if (name === 'IDAT') hasData = true;
    if (name === 'IEND') return hasData;
    at = end;
  }
  return false;
}
