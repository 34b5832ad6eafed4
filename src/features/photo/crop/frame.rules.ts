import type { Crop } from '../picture.ts';
import { photoRules } from '../rules.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A frame of 35:45 in a picture: its width follows from its height. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** What one press does to a frame. */
export const frameSteps = ['up', 'down', 'left', 'right', 'larger', 'smaller'] as const;
export type FrameStep = (typeof frameSteps)[number];

const { ratio, least } = photoRules.portrait;

/** Shares of the frame's height. */
const stride = { move: 0.02, scale: 0.04 };

/** How small and how tall a frame may be: never so small that a portrait would lack pixels. */
export function frameLimits(picture: Size): { least: number; most: number } {
  const most = Math.floor(Math.min(picture.height, picture.width / ratio));
  return { least: Math.min(least.height, most), most };
}

/** The nearest frame that lies in the picture, as the cut that it means. */
export function frameInside({ left, top, height: wished }: Frame, picture: Size): Crop {
  const limits = frameLimits(picture);
  const height = Math.round(between(wished, limits.least, limits.most));
  const width = Math.min(picture.width, Math.round(height * ratio));
  return {
    left: Math.round(between(left, 0, picture.width - width)),
    top: Math.round(between(top, 0, picture.height - height)),
    width,
    height,
  };
}

/** A step up moves the frame up; a larger frame takes in more of the picture, about its middle. */
export function stepFrame(frame: Frame, step: FrameStep, picture: Size): Crop {
  const by = Math.max(1, frame.height * stride.move);
  const moves: Readonly<Record<FrameStep, () => Crop>> = {
    up: () => frameInside({ ...frame, top: frame.top - by }, picture),
    down: () => frameInside({ ...frame, top: frame.top + by }, picture),
    left: () => frameInside({ ...frame, left: frame.left - by }, picture),
    right: () => frameInside({ ...frame, left: frame.left + by }, picture),
    larger: () => scaleFrame(frame, frame.height * (1 + stride.scale), picture),
    smaller: () => scaleFrame(frame, frame.height / (1 + stride.scale), picture),
  };
  return moves[step]();
}

/** Another height about the same middle. */
export function scaleFrame(frame: Frame, wished: number, picture: Size): Crop {
  const limits = frameLimits(picture);
  const height = between(wished, limits.least, limits.most);
  const grown = height - frame.height;
  return frameInside({ left: frame.left - (grown * ratio) / 2, top: frame.top - grown / 2, height }, picture);
}

function between(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), Math.max(from, to));
}
