import type { Pixels } from '../face/seen.ts';
import { type FaceFrame, inPicture } from './face-frame.ts';

/** A part of a face set upright and brought to one size, in grey from 0 to 255. */
export interface Chip {
  readonly width: number;
  readonly height: number;
  readonly grey: Float32Array;
}

/** Which part, in the face's own measure, and how many pixels its unit shall have. */
export interface ChipPlace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly perUnit: number;
}

/** Made smaller by averaging, never larger than the picture has it by more than it must. */
export function chipOf(pixels: Pixels, frame: FaceFrame, { left, right, top, bottom, perUnit }: ChipPlace): Chip {
  const width = Math.round((right - left) * perUnit);
  const height = Math.round((bottom - top) * perUnit);
  const grey = new Float32Array(width * height);
  const fine = Math.max(1, Math.min(4, Math.round(frame.unit / perUnit)));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      for (let part = 0; part < fine * fine; part += 1) {
        const u = left + (column + ((part % fine) + 0.5) / fine) / perUnit;
        const v = top + (row + (Math.floor(part / fine) + 0.5) / fine) / perUnit;
        const at = inPicture(frame, u, v);
        sum += greyAt(pixels, at.x - 0.5, at.y - 0.5);
      }
      grey[row * width + column] = sum / (fine * fine);
    }
  }
  return { width, height, grey };
}

/** Between the four pixels around; what lies outside goes on as the edge. */
function greyAt({ width, height, rgb }: Pixels, x: number, y: number): number {
  const [atX, atY] = [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)];
  const [x0, y0] = [Math.floor(atX), Math.floor(atY)];
  const [x1, y1] = [Math.min(x0 + 1, width - 1), Math.min(y0 + 1, height - 1)];
  const [partX, partY] = [atX - x0, atY - y0];
  const value = (column: number, row: number) => {
    const offset = (row * width + column) * 3;
    return 0.299 * (rgb[offset] ?? 0) + 0.587 * (rgb[offset + 1] ?? 0) + 0.114 * (rgb[offset + 2] ?? 0);
  };
  const above = value(x0, y0) * (1 - partX) + value(x1, y0) * partX;
  const below = value(x0, y1) * (1 - partX) + value(x1, y1) * partX;
  return above * (1 - partY) + below * partY;
}
