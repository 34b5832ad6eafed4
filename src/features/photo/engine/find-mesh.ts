import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { FaceMesh, Pixels } from '../face/seen.ts';
import type { FoundFace } from './detect.ts';
import { irisPoints, leftEyePoints, lidPoints, lipPoints, pointCount, rightEyePoints } from './mesh-points.ts';
import { placeIn, resample, type View } from './resample.ts';

const side = 192;
/** How much of its surroundings the model wants to see around a face. */
const margin = 1.5;
// In the alphabetical order of what they were called before: faceflag, left_eye, left_iris, lips, mesh, right_eye, right_iris.
const names = {
  mesh: 'Identity_4:0',
  lips: 'Identity_3:0',
  leftEye: 'Identity_1:0',
  leftIris: 'Identity_2:0',
  rightEye: 'Identity_5:0',
  rightIris: 'Identity_6:0',
} as const;

/** Finds the points of a face. The model looks twice: what it saw first tells where the face is more exactly than its box. */
export function findMesh(model: GraphModel, pixels: Pixels, { box, turn }: FoundFace): FaceMesh | undefined {
  const size = Math.max(box.width, box.height) * margin;
  const first = look(model, pixels, {
    centreX: box.left + box.width / 2,
    centreY: box.top + box.height / 2,
    width: size,
    height: size,
    turn,
  });
  const points = look(model, pixels, around(first));
  return points.every(Number.isFinite) ? { points } : undefined;
}

function look(model: GraphModel, pixels: Pixels, view: View): Float32Array {
  const input = resample(pixels, view, side, { scale: 1 / 255, offset: 0 });
  const [mesh, lips, leftEye, leftIris, rightEye, rightIris] = tidy(() => {
    const found = model.execute(tensor4d(input, [1, side, side, 3]), Object.values(names));
    return (Array.isArray(found) ? found : [found]).map((tensor) => tensor.dataSync<'float32'>());
  });
  const points = new Float32Array(pointCount * 3);
  points.set(mesh ?? []);
  refine(points, lipPoints, lips);
  refine(points, leftEyePoints, leftEye);
  refine(points, rightEyePoints, rightEye);
  addIris(points, { iris: leftIris, lids: leftEyePoints, from: irisPoints.left });
  addIris(points, { iris: rightIris, lids: rightEyePoints, from: irisPoints.right });
  return placed(points, view);
}

/** Exchanges x and y of some points for those of the closer look; how deep they lie stays. */
function refine(points: Float32Array, which: readonly number[], better: Float32Array | undefined): void {
  which.forEach((point, index) => {
    points.set(better?.subarray(index * 2, index * 2 + 2) ?? [], point * 3);
  });
}

function addIris(
  points: Float32Array,
  { iris, lids, from }: { iris: Float32Array | undefined; lids: readonly number[]; from: number },
): void {
  const edges = lids.slice(0, lidPoints);
  const depth = edges.reduce((sum, point) => sum + (points[point * 3 + 2] ?? 0), 0) / edges.length;
  for (let index = 0; index < irisPoints.each; index += 1) {
    points.set([...(iris?.subarray(index * 2, index * 2 + 2) ?? []), depth], (from + index) * 3);
  }
}

/** From pixels of what the model saw to pixels of the picture. */
function placed(points: Float32Array, view: View): Float32Array {
  const at = placeIn(view, side);
  const out = new Float32Array(points.length);
  for (let index = 0; index < points.length; index += 3) {
    const [x = NaN, y = NaN, z = NaN] = points.subarray(index, index + 3);
    out.set([at.x(x - 0.5, y - 0.5), at.y(x - 0.5, y - 0.5), (z * view.width) / side], index);
  }
  return out;
}

/** The square around the points of a face, turned as its eyes are. */
function around(points: Float32Array): View {
  const x = (point: number) => points[point * 3] ?? NaN;
  const y = (point: number) => points[point * 3 + 1] ?? NaN;
  const [leftCorner, rightCorner] = [leftEyePoints[0], rightEyePoints[0]];
  const turn = Math.atan2(y(rightCorner) - y(leftCorner), x(rightCorner) - x(leftCorner));
  const { cos, sin } = { cos: Math.cos(turn), sin: Math.sin(turn) };
  const edges = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let point = 0; point < irisPoints.left; point += 1) {
    const right = cos * x(point) + sin * y(point);
    const down = cos * y(point) - sin * x(point);
    edges.left = Math.min(edges.left, right);
    edges.right = Math.max(edges.right, right);
    edges.top = Math.min(edges.top, down);
    edges.bottom = Math.max(edges.bottom, down);
  }
  const right = (edges.left + edges.right) / 2;
  const down = (edges.top + edges.bottom) / 2;
  const size = Math.max(edges.right - edges.left, edges.bottom - edges.top) * margin;
  return { centreX: cos * right - sin * down, centreY: sin * right + cos * down, width: size, height: size, turn };
}
