import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { FaceBox, Pixels } from '../face/seen.ts';
import { resample, type View } from './resample.ts';

/** A face found by its outline, with how it is turned: clockwise in radians, by the line from eye to eye. */
export interface FoundFace {
  readonly box: FaceBox;
  readonly turn: number;
}

const side = 256;
const leastScore = 0.5;
/** Boxes that share more than this of what they cover together are one face. */
const sameFace = 0.3;

/** Finds the faces in a view of the picture that must be square; the surest comes first. */
export function detect(model: GraphModel, pixels: Pixels, view: View): FoundFace[] {
  const rows = run(model, resample(pixels, view, side, { scale: 2 / 255, offset: -1 }));
  const faces = rows.flatMap((row) => readFace(row, view)).toSorted((a, b) => b.box.score - a.box.score);
  return faces.filter((face, index) => !faces.slice(0, index).some((surer) => shared(surer.box, face.box) > sameFace));
}

/** What the model says about one place: how sure it is, then the box and six points of the face, in its own pixels. */
interface Row {
  readonly score: number;
  readonly anchor: { readonly x: number; readonly y: number };
  readonly values: Float32Array;
}

// A grid of 16 by 16 places with two answers each, and one of 8 by 8 with six.
const grids = [
  { cells: 16, answers: 2 },
  { cells: 8, answers: 6 },
] as const;
const valuesOfFace = 16;

function run(model: GraphModel, input: Float32Array): Row[] {
  const outputs = tidy(() => {
    const found = model.execute(tensor4d(input, [1, side, side, 3]));
    return (Array.isArray(found) ? found : [found]).map((tensor) => tensor.dataSync<'float32'>());
  });
  return grids.flatMap(({ cells, answers }) => {
    const count = cells * cells * answers;
    const scores = outputs.find(({ length }) => length === count);
    const values = outputs.find(({ length }) => length === count * valuesOfFace);
    if (scores === undefined || values === undefined) throw new Error('The face detector is not the one expected');
    return Array.from(scores, (logit, index): Row => {
      const cell = Math.floor(index / answers);
      const anchor = {
        x: (((cell % cells) + 0.5) / cells) * side,
        y: ((Math.floor(cell / cells) + 0.5) / cells) * side,
      };
      const from = index * valuesOfFace;
      return { score: 1 / (1 + Math.exp(-logit)), anchor, values: values.subarray(from, from + valuesOfFace) };
    });
  });
}

function readFace({ score, anchor, values }: Row, view: View): FoundFace[] {
  // Slivers of pictures make the model answer with numbers that are none.
  if (!(score >= leastScore) || !values.every(Number.isFinite)) return [];
  const [x = 0, y = 0, across = 0, along = 0, oneEyeX = 0, oneEyeY = 0, otherEyeX = 0, otherEyeY = 0] = values;
  const perPixel = view.width / side;
  const { cos, sin } = { cos: Math.cos(view.turn), sin: Math.sin(view.turn) };
  const right = (anchor.x + x - side / 2) * perPixel;
  const down = (anchor.y + y - side / 2) * perPixel;
  const centre = { x: view.centreX + cos * right - sin * down, y: view.centreY + sin * right + cos * down };
  // A box is upright in the picture: one found in a view lying on its side is turned with it.
  const isOnItsSide = Math.abs(sin) > 0.5;
  const width = Math.abs(isOnItsSide ? along : across) * perPixel;
  const height = Math.abs(isOnItsSide ? across : along) * perPixel;
  const box = { left: centre.x - width / 2, top: centre.y - height / 2, width, height, score };
  return [{ box, turn: view.turn + Math.atan2(otherEyeY - oneEyeY, otherEyeX - oneEyeX) }];
}

function shared(a: FaceBox, b: FaceBox): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const both = Math.max(0, width) * Math.max(0, height);
  return both / (a.width * a.height + b.width * b.height - both);
}
