import type { Seen } from '../face/seen.ts';

/** A head in a picture, in its pixels. */
export interface Head {
  /** between the pupils */
  readonly eyes: { readonly x: number; readonly y: number };
  /** across, between pupils and the sides of the face: a head turned a little is still in the middle */
  readonly middle: number;
  /** from chin to crown, as it would be without hair */
  readonly length: number;
  /** of hair or covering, where the picture tells, else of the crown */
  readonly top: number;
}

// In MediaPipe's face mesh.
const points = { rightPupil: 468, leftPupil: 473, chin: 152, rightSide: 234, leftSide: 454 };

/**
 * The crown cannot be seen under hair: its distance from the chin is 1.92 times that of the eyes (measured on 244 portraits,
 * SD 0.08), once the chin, which the mesh sees too high, is put right by a share of the distance between the pupils.
 */
const crown = { ratio: 1.92, chinShare: 0.04 };

/** Undefined where no face was found. */
export function headIn({ mesh, person }: Seen, picture: { width: number; height: number }): Head | undefined {
  if (mesh === undefined) return undefined;
  const at = (point: number) => ({
    x: mesh.points[3 * point] ?? Number.NaN,
    y: mesh.points[3 * point + 1] ?? Number.NaN,
  });
  const [right, left, chin] = [at(points.rightPupil), at(points.leftPupil), at(points.chin)];
  const eyes = { x: (right.x + left.x) / 2, y: (right.y + left.y) / 2 };
  const between = Math.hypot(left.x - right.x, left.y - right.y);
  const length = crown.ratio * (Math.hypot(chin.x - eyes.x, chin.y - eyes.y) + crown.chinShare * between);
  const middle = (eyes.x + (at(points.rightSide).x + at(points.leftSide).x) / 2) / 2;
  if (![length, middle, eyes.y].every(Number.isFinite) || length <= 0) return undefined;
  const crownAt = eyes.y - length * (1 - 1 / crown.ratio);
  const highest = topOfPerson(person, picture, { from: middle - length / 3, to: middle + length / 3 });
  // A hand held up or somebody behind is no hair: what stands too high is not believed.
  const isHair = highest !== undefined && highest < crownAt && highest > crownAt - length / 3;
  return { eyes, middle, length, top: isHair ? highest : crownAt };
}

function topOfPerson(
  mask: Seen['person'],
  picture: { width: number; height: number },
  columns: { from: number; to: number },
): number | undefined {
  if (mask === undefined) return undefined;
  const from = Math.max(0, Math.floor((columns.from / picture.width) * mask.width));
  const to = Math.min(mask.width, Math.ceil((columns.to / picture.width) * mask.width));
  for (let row = 0; row < mask.height; row += 1) {
    const seen = mask.share.subarray(row * mask.width + from, row * mask.width + to);
    if (seen.filter((share) => share > 127).length > (to - from) / 10) return (row / mask.height) * picture.height;
  }
  return undefined;
}
