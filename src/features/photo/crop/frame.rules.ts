import type { Crop } from '../picture.ts';
import { photoRules } from '../rules.ts';
import { type Frame, frameRatio, type FrameStep, keepInside, step } from './frame.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How small and how tall a frame may be: never so small that a portrait would lack pixels. */
export function frameLimits(picture: Size): { least: number; most: number } {
  const most = Math.min(picture.height, Math.ceil(picture.width / frameRatio));
  return { least: Math.min(photoRules.portrait.least.height, most), most };
}

/** The nearest frame that lies in the picture, as the cut that it means. */
export function frameInside(frame: Frame, picture: Size): Crop {
  return keepInside(frame, { ...picture, ...frameLimits(picture) });
}

/** The frame after one press of a button. */
export function stepFrame(frame: Frame, press: FrameStep, picture: Size): Crop {
  return step(frame, press, { ...picture, ...frameLimits(picture) });
}
