const marks = { frames: [0xc0, 0xcf], noFrames: [0xc4, 0xc8, 0xcc], tables: 0xdb, startOfScan: 0xda } as const;

/** The size that a JPEG gives of itself, read without a library and before anything is decoded; undefined where it has none. */
export function frameSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (const { mark, content } of segments(bytes)) {
    if (!isFrame(mark) || content.length < 5) continue;
    return { width: content.readUInt16BE(3), height: content.readUInt16BE(1) };
  }
  return undefined;
}

/**
 * How well a JPEG was saved, from 1 to 100: by how coarse its table for brightness is beside those that the usual library
 * makes for each quality. Cameras with tables of their own get the nearest.
 */
export function savedQuality(bytes: Buffer): number | undefined {
  for (const { mark, content } of segments(bytes)) {
    // Eight bits each, and the first table: it is the one for brightness.
    if (mark !== marks.tables || content[0] !== 0 || content.length < 65) continue;
    const coarseness = sum(content.subarray(1, 65));
    return qualities.reduce((best, quality) =>
      Math.abs(coarsenessOf(quality) - coarseness) < Math.abs(coarsenessOf(best) - coarseness) ? quality : best,
    );
  }
  return undefined;
}

/** The segments before the picture itself, each with its mark and what it holds. */
function* segments(bytes: Buffer): Generator<{ mark: number; content: Buffer }> {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      // A filling byte.
      at += 1;
      continue;
    }
    if (mark === marks.startOfScan) return;
    const length = bytes.readUInt16BE(at + 2);
    yield { mark, content: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + Math.max(2, length);
  }
}

function isFrame(mark: number): boolean {
  const [first, last] = marks.frames;
  return mark >= first && mark <= last && !marks.noFrames.some((none) => none === mark);
}

const qualities = Array.from({ length: 100 }, (_, index) => index + 1);

/** The table of the standard for brightness (ITU-T T.81, K.1), of which the tables of each quality are made. */
const standard = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
];

function coarsenessOf(quality: number): number {
  const percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return sum(standard.map((step) => Math.min(255, Math.max(1, Math.floor((step * percent + 50) / 100)))));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
