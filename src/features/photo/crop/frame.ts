/** The proportions of a portrait: 35 by 45 millimetres. */
export const frameRatio = 35 / 45;

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

/** A picture, and how small and how tall a frame in it may be. */
export interface FrameSpace extends Size {
  readonly least: number;
  readonly most: number;
}

/** What one press does to a frame. */
export const frameSteps = ['up', 'down', 'left', 'right', 'larger', 'smaller'] as const;
export type FrameStep = (typeof frameSteps)[number];

/** Shares of the frame's height. */
const stride = { move: 0.02, scale: 0.04 };

/** The nearest frame that lies in the picture, with its width. */
export function keepInside({ left, top, height: wished }: Frame, space: FrameSpace): Frame & Size {
  const height = Math.round(between(wished, space.least, space.most));
  const width = Math.min(space.width, Math.round(height * frameRatio));
  return {
    left: Math.round(between(left, 0, space.width - width)),
    top: Math.round(between(top, 0, space.height - height)),
    width,
    height,
  };
}

/** A step up moves the frame up; a larger frame takes in more of the picture, about its middle. */
export function step(frame: Frame, press: FrameStep, space: FrameSpace): Frame & Size {
  const by = Math.max(1, frame.height * stride.move);
  if (press === 'larger') return scale(frame, frame.height * (1 + stride.scale), space);
  if (press === 'smaller') return scale(frame, frame.height / (1 + stride.scale), space);
  const down = press === 'down' ? by : press === 'up' ? -by : 0;
  const right = press === 'right' ? by : press === 'left' ? -by : 0;
  return keepInside({ ...frame, left: frame.left + right, top: frame.top + down }, space);
}

/** Another height about the same middle. */
export function scale(frame: Frame, wished: number, space: FrameSpace): Frame & Size {
  const height = between(wished, space.least, space.most);
  const grown = height - frame.height;
  return keepInside({ left: frame.left - (grown * frameRatio) / 2, top: frame.top - grown / 2, height }, space);
}

function between(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), Math.max(from, to));
}
