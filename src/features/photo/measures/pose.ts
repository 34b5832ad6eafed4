import type { FaceMesh } from '../face/seen.ts';
import { type FaceFrame, pointOf, type Point } from './face-frame.ts';

/** How a head is held, in degrees. */
export interface Pose {
  /** clockwise in the picture */
  readonly roll: number;
  /** towards the right of the picture */
  readonly yaw: number;
  /** downwards */
  readonly pitch: number;
}

// Pairs that lie at the same height at both sides of a face: corners of the eyes, temples, jaws, corners of the mouth.
const pairs = [
  [33, 263],
  [127, 356],
  [234, 454],
  [61, 291],
] as const;
const middle = { forehead: 10, chin: 152 } as const;

/**
 * How a head is held, by where its points lie in depth. The mesh sees turned heads less turned than they are: 10° to the side as
 * some 8°, up or down as 7° or 8°, and that by how a face is built and where the camera stands.
 */
export function poseOf(mesh: FaceMesh, frame: FaceFrame): Pose {
  const across = sum(pairs.map(([right, left]) => between(pointOf(mesh, right), pointOf(mesh, left))));
  const down = between(pointOf(mesh, middle.forehead), pointOf(mesh, middle.chin));
  const { cos, sin } = frame;
  return {
    roll: degrees(Math.atan2(sin, cos)),
    yaw: degrees(Math.atan2(across.z, across.x * cos + across.y * sin)),
    pitch: degrees(Math.atan2(down.z, down.y * cos - down.x * sin)),
  };
}

function between(from: Point, to: Point): Point {
  return { x: to.x - from.x, y: to.y - from.y, z: to.z - from.z };
}

function sum(vectors: readonly Point[]): Point {
  return vectors.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y, z: one.z + other.z }));
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
