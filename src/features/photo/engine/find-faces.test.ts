import { describe, expect, it } from 'vitest';
import { findFaces } from './find-faces.ts';

/** How sure the model is of the face that it sees from each side, and how far its eyes are from level there, in degrees. */
type Sides = readonly [score: number, tilt: number][];

function chosen(sides: Sides): number | undefined {
  const quarter = Math.PI / 2;
  const [first] = findFaces(
    ({ turn }) => {
      const [score, tilt] = sides[Math.round(turn / quarter)] ?? [0, 0];
      if (score === 0) return [];
      const box = { left: 0, top: 0, width: 10, height: 10, score };
      return [{ box, turn: turn + (tilt * Math.PI) / 180 }];
    },
    { width: 800, height: 1000 },
  );
  return first && Math.round((first.turn * 180) / Math.PI);
}

describe('the side that a face is seen from', () => {
  it.each<[string, Sides, number | undefined]>([
    ['upright and sure', [[0.9, 3]], 3],
    [
      'on its head',
      [
        [0.7, 2],
        [0, 0],
        [0.89, 1],
        [0, 0],
      ],
      181,
    ],
    [
      'lying on its side',
      [
        [0.6, 80],
        [0.9, -4],
        [0, 0],
        [0.7, 5],
      ],
      86,
    ],
    [
      'upright behind dark glasses, a little surer from elsewhere',
      [
        [0.841, -2],
        [0.842, -15],
        [0.81, -7],
        [0.74, 31],
      ],
      -2,
    ],
    [
      'upright behind dark glasses, surer where it lies aslant',
      [
        [0.77, -1],
        [0.73, -41],
        [0.74, -7],
        [0.86, 45],
      ],
      -1,
    ],
    ['nowhere', [], undefined],
  ])('%s', (_what, sides, turn) => {
    expect(chosen(sides)).toBe(turn);
  });
});
