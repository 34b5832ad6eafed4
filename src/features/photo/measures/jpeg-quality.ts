// The luminance table of the JPEG standard (annex K), in its zigzag order: at quality 50 it is used as it is. Its beginning is
// enough; coarser steps further on are cut off at 255.
const standard = [16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22] as const;
const standardSum = standard.reduce((sum, step) => sum + step, 0);

const marker = { tables: 0xdb, scan: 0xda } as const;

/**
 * How well a JPEG was kept, from 1 to 100 on the scale that programs use, by how coarse its steps of brightness are. Undefined
 * where it has no table for them. It reads the head of the file alone, and believes no length in it.
 */
export function jpegQuality(bytes: Uint8Array): number | undefined {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const kind = bytes[at + 1];
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (kind === marker.scan || length < 2) return undefined;
    if (kind === marker.tables) {
      const quality = qualityIn(bytes.subarray(at + 4, at + 2 + length));
      if (quality !== undefined) return quality;
    }
    at += 2 + length;
  }
  return undefined;
}

/** A segment may hold several tables; the first of them, number 0, is that of brightness. */
function qualityIn(tables: Uint8Array): number | undefined {
  let at = 0;
  while (at < tables.length) {
    const head = tables[at] ?? 0;
    const width = head >> 4 === 0 ? 1 : 2;
    const table = tables.subarray(at + 1, at + 1 + 64 * width);
    if (table.length < 64 * width) return undefined;
    if ((head & 15) === 0) return qualityOf(stepsSum(table, width));
    at += 1 + 64 * width;
  }
  return undefined;
}

function stepsSum(table: Uint8Array, width: number): number {
  let sum = 0;
  for (let at = 0; at < standard.length * width; at += width) {
    sum += width === 1 ? (table[at] ?? 0) : ((table[at] ?? 0) << 8) | (table[at + 1] ?? 0);
  }
  return sum;
}

/** The inverse of how encoders scale the standard table (Independent JPEG Group). */
function qualityOf(sum: number): number {
  const scale = (100 * sum) / standardSum;
  const quality = scale <= 100 ? 100 - scale / 2 : 5000 / scale;
  return Math.round(Math.min(100, Math.max(1, quality)));
}
