import type { Subject } from './paint.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Points of MediaPipe's face mesh. `left` is left in the picture: the person's right. */
export const outlines = {
  leftEye: [33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7],
  rightEye: [263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249],
  leftUpperLid: [33, 246, 161, 160, 159, 158, 157, 173, 133],
  rightUpperLid: [263, 466, 388, 387, 386, 385, 384, 398, 362],
  leftLowerLid: [33, 7, 163, 144, 145, 153, 154, 155, 133],
  rightLowerLid: [263, 249, 390, 373, 374, 380, 381, 382, 362],
  leftBrow: [70, 63, 105, 66, 107],
  rightBrow: [300, 293, 334, 296, 336],
  /** from ear to ear under the chin */
  jaw: [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454],
} as const;

export const spots = {
  leftPupil: 468,
  rightPupil: 473,
  leftCheek: 50,
  rightCheek: 280,
  chin: 152,
  forehead: 10,
  nose: 1,
};

export function point({ points }: Pick<Subject, 'points'>, index: number): Point {
  return { x: points[index * 3] ?? 0, y: points[index * 3 + 1] ?? 0 };
}

/** The corners of a shape as SVG writes them, moved and stretched about their middle where wished. */
export function corners(
  subject: Pick<Subject, 'points'>,
  indices: readonly number[],
  { stretch = 1, down = 0 }: { stretch?: number; down?: number } = {},
): string {
  const all = indices.map((index) => point(subject, index));
  const middle = middleOf(all);
  return all
    .map(({ x, y }) => [middle.x + (x - middle.x) * stretch, middle.y + (y - middle.y) * stretch + down])
    .map(([x = 0, y = 0]) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');
}

export function middleOf(all: readonly Point[]): Point {
  const sum = all.reduce((so, { x, y }) => ({ x: so.x + x, y: so.y + y }), { x: 0, y: 0 });
  return { x: sum.x / all.length, y: sum.y / all.length };
}

/** Pixels between the middles of the pupils. */
export function eyeDistance(subject: Pick<Subject, 'points'>): number {
  const [left, right] = [point(subject, spots.leftPupil), point(subject, spots.rightPupil)];
  return Math.hypot(right.x - left.x, right.y - left.y);
}
