import type { Pixels } from '#features/photo/face/seen.ts';
import { eyeDistance, point } from './landmarks.ts';
import type { Subject } from './paint.ts';

const landmarks = 468;
/** Pixels between the places whose shift is calculated; in between it is read off them. */
const step = 10;
const tries = 6;

/**
 * A face turned in space, in degrees, about an axis between its ears: each place is shifted by the depth of the mesh there,
 * and towards the edges of the picture less and less. What was hidden stays hidden, so it is good for small angles only.
 */
export function turned(subject: Subject, { yaw = 0, pitch = 0 }: { yaw?: number; pitch?: number }): Pixels {
  const { pixels } = subject;
  const { width, height } = pixels;
  const columns = Math.ceil(width / step) + 2;
  const field = shiftField(subject, columns, Math.ceil(height / step) + 2, {
    yaw: (yaw * Math.PI) / 180,
    pitch: (pitch * Math.PI) / 180,
  });
  const rgb = new Uint8Array(pixels.rgb.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // From where did what is here now come? Each guess is shifted and put right by what it missed.
      let [fromX, fromY] = [x, y];
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const [right, down] = between(field, columns, clamp(fromX, width) / step, clamp(fromY, height) / step);
        [fromX, fromY] = [(fromX + x - right) / 2, (fromY + y - down) / 2];
      }
      copy(pixels, fromX, fromY, rgb, (y * width + x) * 3);
    }
  }
  return { ...pixels, rgb };
}

/** How far each place of the picture goes to the right and down. */
function shiftField(
  subject: Subject,
  columns: number,
  rows: number,
  { yaw, pitch }: { yaw: number; pitch: number },
): Float32Array {
  const eyes = eyeDistance(subject);
  const [left, right] = [point(subject, 234), point(subject, 454)];
  const centre = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const axis = ((subject.points[234 * 3 + 2] ?? 0) + (subject.points[454 * 3 + 2] ?? 0)) / 2;
  const field = new Float32Array(columns * rows * 2);
  for (let at = 0; at * 2 < field.length; at += 1) {
    const [x, y] = [(at % columns) * step, Math.floor(at / columns) * step];
    const { depth, share } = depthAt(subject, x, y, eyes * 0.16);
    const z = depth - axis;
    const shiftX = (x - centre.x) * (Math.cos(yaw) - 1) - z * Math.sin(yaw);
    const shiftY = (y - centre.y) * (Math.cos(pitch) - 1) - z * Math.sin(pitch);
    field.set([shiftX * share, shiftY * share], at * 2);
  }
  return field;
}

/** How deep the face is at a place, and how much of a face there is: less and less beyond its outline. */
function depthAt({ points }: Subject, x: number, y: number, reach: number): { depth: number; share: number } {
  let [weights, sum] = [0, 0];
  for (let index = 0; index < landmarks; index += 1) {
    const [right, down] = [(points[index * 3] ?? 0) - x, (points[index * 3 + 1] ?? 0) - y];
    const weight = Math.exp(-(right ** 2 + down ** 2) / (2 * reach ** 2));
    weights += weight;
    sum += weight * (points[index * 3 + 2] ?? 0);
  }
  return { depth: weights > 0 ? sum / weights : 0, share: weights / (weights + 1) };
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value));
}

function between(field: Float32Array, columns: number, x: number, y: number): [number, number] {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [partX, partY] = [x - left, y - top];
  const first = (top * columns + left) * 2;
  const at = (axis: number) => {
    const upper = (field[first + axis] ?? 0) * (1 - partX) + (field[first + axis + 2] ?? 0) * partX;
    const below = first + axis + columns * 2;
    return upper * (1 - partY) + ((field[below] ?? 0) * (1 - partX) + (field[below + 2] ?? 0) * partX) * partY;
  };
  return [at(0), at(1)];
}

/** One pixel from between four. */
function copy({ rgb, width, height }: Pixels, x: number, y: number, to: Uint8Array, at: number): void {
  const [fromX, fromY] = [Math.max(0, Math.min(width - 1.001, x)), Math.max(0, Math.min(height - 1.001, y))];
  const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
  const [partX, partY] = [fromX - left, fromY - top];
  const first = (top * width + left) * 3;
  for (const channel of [0, 1, 2]) {
    const corner = first + channel;
    const upper = (rgb[corner] ?? 0) * (1 - partX) + (rgb[corner + 3] ?? 0) * partX;
    const lower = (rgb[corner + width * 3] ?? 0) * (1 - partX) + (rgb[corner + width * 3 + 3] ?? 0) * partX;
    to[at + channel] = upper * (1 - partY) + lower * partY;
  }
}
