import type { FaceMesh } from '../face/seen.ts';

/** A point in pixels of the picture; z grows away from the camera. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * A face's own measure: its origin is between the pupils, its unit their distance, u grows from the one at the left of the
 * picture to the other, v from there to the chin. Whatever is asked of a face is asked in it: a near face and a far one count alike.
 */
export interface FaceFrame {
  readonly x: number;
  readonly y: number;
  /** pixels between the pupils */
  readonly unit: number;
  readonly cos: number;
  readonly sin: number;
  /** units from the origin to the chin */
  readonly chin: number;
}

// In MediaPipe's face mesh; "right" is the person's right, at the left of the picture.
export const facePoints = { rightPupil: 468, leftPupil: 473, chin: 152 } as const;

export function pointOf({ points }: FaceMesh, index: number): Point {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = points.subarray(index * 3, index * 3 + 3);
  return { x, y, z };
}

export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Undefined where the points make no face. */
export function faceFrame(mesh: FaceMesh): FaceFrame | undefined {
  const right = pointOf(mesh, facePoints.rightPupil);
  const left = pointOf(mesh, facePoints.leftPupil);
  const chin = pointOf(mesh, facePoints.chin);
  const unit = distance(right, left);
  const [x, y] = [(right.x + left.x) / 2, (right.y + left.y) / 2];
  const toChin = Math.hypot(chin.x - x, chin.y - y) / unit;
  if (!(unit >= 1) || !Number.isFinite(toChin)) return undefined;
  return { x, y, unit, cos: (left.x - right.x) / unit, sin: (left.y - right.y) / unit, chin: toChin };
}

/** Where a place of the face lies in the picture. */
export function inPicture({ x, y, unit, cos, sin }: FaceFrame, u: number, v: number): { x: number; y: number } {
  return { x: x + unit * (u * cos - v * sin), y: y + unit * (u * sin + v * cos) };
}

/** Where a point of the picture lies in the face. */
export function inFace({ x, y, unit, cos, sin }: FaceFrame, point: { x: number; y: number }): { u: number; v: number } {
  const [right, down] = [(point.x - x) / unit, (point.y - y) / unit];
  return { u: right * cos + down * sin, v: down * cos - right * sin };
}
