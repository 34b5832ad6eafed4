import type { GraphModel } from '@tensorflow/tfjs-converter';
import { tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { PersonMask, Pixels } from '../face/seen.ts';
import { resample } from './resample.ts';

const side = 256;

/** Tells a person from the background, place by place: for pictures of one person from close up. */
export function findPerson(model: GraphModel, pixels: Pixels): PersonMask {
  const { width, height } = pixels;
  const whole = { centreX: width / 2, centreY: height / 2, width, height, turn: 0 };
  const input = resample(pixels, whole, side, { scale: 1 / 255, offset: 0 });
  const share = tidy(() => {
    const found = model.execute(tensor4d(input, [1, side, side, 3]));
    const [tensor] = Array.isArray(found) ? found : [found];
    return tensor?.dataSync<'float32'>() ?? new Float32Array();
  });
  return { width: side, height: side, share: new Uint8Array(share.map((value) => Math.round(value * 255))) };
}
