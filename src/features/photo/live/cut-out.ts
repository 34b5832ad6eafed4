import type { Pixels, Seen } from '../face/seen.ts';
import type { Part } from './view.rules.ts';

/** A part of a picture with what was seen in it, as if the picture had never been larger: portraits are judged as they are cut. */
export function cutOut(pixels: Pixels, seen: Seen, part: Part): { pixels: Pixels; seen: Seen } {
  const { left, top } = part;
  const points = seen.mesh?.points.map((value, index) => value - ([left, top, 0][index % 3] ?? 0));
  return {
    pixels: {
      width: part.width,
      height: part.height,
      rgb: rowsOf(pixels.rgb, pixels.width * 3, { ...part, bytes: 3 }),
    },
    seen: {
      faces: seen.faces.map((face) => ({ ...face, left: face.left - left, top: face.top - top })),
      mesh: points && { points },
      person: seen.person && maskOf(seen.person, pixels, part),
    },
  };
}

function maskOf(mask: NonNullable<Seen['person']>, pixels: Pixels, part: Part): NonNullable<Seen['person']> {
  const [across, down] = [mask.width / pixels.width, mask.height / pixels.height];
  const [left, top] = [Math.round(part.left * across), Math.round(part.top * down)];
  const width = Math.max(1, Math.min(mask.width - left, Math.round(part.width * across)));
  const height = Math.max(1, Math.min(mask.height - top, Math.round(part.height * down)));
  return { width, height, share: rowsOf(mask.share, mask.width, { left, top, width, height, bytes: 1 }) };
}

function rowsOf(from: Uint8Array, stride: number, part: Part & { bytes: number }): Uint8Array {
  const { left, top, width, height, bytes } = part;
  const cut = new Uint8Array(width * height * bytes);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * stride + left * bytes;
    cut.set(from.subarray(start, start + width * bytes), row * width * bytes);
  }
  return cut;
}

/** Without opacity: a camera's picture has none. */
export function pixelsOf({ width, height, rgba }: { width: number; height: number; rgba: ArrayLike<number> }): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0;
    rgb[to + 1] = rgba[from + 1] ?? 0;
    rgb[to + 2] = rgba[from + 2] ?? 0;
  }
  return { width, height, rgb };
}
