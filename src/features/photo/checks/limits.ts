/** What a number counts; lightness is L*, points are of a measure of ours. */
export type Unit = 'px' | 'mm' | 'degrees' | 'percent' | 'lightness' | 'points';

export interface Span {
  readonly from?: number;
  readonly to?: number;
}

/** Within `pass` a measure is right, outside of `possible` it is wrong, between the two somebody should look. */
export interface Limits {
  readonly unit: Unit;
  /** what would be best */
  readonly ideal: number;
  readonly pass: Span;
  /** Where it is left out, the measure is too weak to call anything wrong. */
  readonly possible?: Span;
}

/**
 * The limits of all that is measured in a face and behind it. Sizes and places are those of the identity card (Ministero
 * dell’Interno) and of ISO/IEC 39794-5; the others were found with portraits from studios, judged wide enough that other cameras
 * and rooms pass, and are called by what they measure in `measures/`.
 */
export const faceLimits = {
  eyeDistance: { unit: 'px', ideal: 130, pass: { from: 105 }, possible: { from: 90 } },
  headHeight: { unit: 'percent', ideal: 0.73, pass: { from: 0.65, to: 0.83 }, possible: { from: 0.6, to: 0.88 } },
  spaceAbove: { unit: 'mm', ideal: 4, pass: { from: 0.5 }, possible: { from: -0.5 } },
  eyeLine: { unit: 'mm', ideal: 26, pass: { from: 23, to: 31 }, possible: { from: 22.5, to: 31.5 } },
  across: { unit: 'percent', ideal: 0.5, pass: { from: 0.45, to: 0.55 }, possible: { from: 0.4, to: 0.6 } },
  roll: { unit: 'degrees', ideal: 0, pass: { from: -5.5, to: 5.5 }, possible: { from: -8.5, to: 8.5 } },
  /** Nobody holds a head like this: the picture lies on its side, or the points were found on what covers the face. */
  upright: { unit: 'degrees', ideal: 0, pass: { from: -35, to: 35 } },
  yaw: { unit: 'degrees', ideal: 0, pass: { from: -6, to: 6 }, possible: { from: -10, to: 10 } },
  /** Faces and cameras differ by as much as a nod: it never fails. */
  pitch: { unit: 'degrees', ideal: 1, pass: { from: -13, to: 16 } },
  eyeOpen: { unit: 'percent', ideal: 0.75, pass: { from: 0.5 }, possible: { from: 0.4 } },
  /** one eye beside the other */
  eyesAlike: { unit: 'percent', ideal: 0.95, pass: { from: 0.68 }, possible: { from: 0.35 } },
  mouthOpen: { unit: 'percent', ideal: 0, pass: { to: 0.016 }, possible: { to: 0.032 } },
  smile: { unit: 'points', ideal: 0.78, pass: { to: 0.92 } },
  gaze: { unit: 'percent', ideal: 0, pass: { from: -0.06, to: 0.06 } },
  /** between light and dark in the eyes: behind black glasses there is nothing to see */
  eyeRange: { unit: 'lightness', ideal: 45, pass: { from: 26 }, possible: { from: 0 } },
  blackLenses: { unit: 'lightness', ideal: 45, pass: { from: 16 }, possible: { from: 10 } },
  /** how much darker it is about the eyes than on the cheeks */
  darkAboutEyes: { unit: 'lightness', ideal: 20, pass: { to: 48 } },
  eyeShine: { unit: 'percent', ideal: 0, pass: { to: 0.1 } },
  glasses: { unit: 'points', ideal: 6, pass: { to: 18 } },
  redPupils: { unit: 'percent', ideal: 0, pass: { to: 0.5 }, possible: { to: 0.7 } },
  fineShare: { unit: 'points', ideal: 0.58, pass: { from: 0.47 }, possible: { from: 0.4 } },
  detail: { unit: 'points', ideal: 0.32, pass: { from: 0.19 }, possible: { from: 0.12 } },
  noise: { unit: 'points', ideal: 0.8, pass: { to: 4 } },
  quality: { unit: 'points', ideal: 92, pass: { from: 60 }, possible: { from: 20 } },
  /** Dark is where the wall is dark too: a face alone may be dark by nature. */
  darkFace: { unit: 'percent', ideal: 0.3, pass: { from: 0.13 }, possible: { from: 0.1 } },
  darkWall: { unit: 'lightness', ideal: 85, pass: { from: 66 }, possible: { from: 62 } },
  /** Against a window even a light face is black. */
  silhouette: { unit: 'percent', ideal: 0.3, pass: { from: 0.015 } },
  brightFace: { unit: 'percent', ideal: 0.3, pass: { to: 0.6 }, possible: { to: 0.7 } },
  burnt: { unit: 'percent', ideal: 0, pass: { to: 0.002 }, possible: { to: 0.05 } },
  contrast: { unit: 'lightness', ideal: 50, pass: { from: 28 }, possible: { from: 20 } },
  sideLight: { unit: 'lightness', ideal: 0, pass: { to: 10 }, possible: { to: 18 } },
  evenLight: { unit: 'points', ideal: 0.8, pass: { from: 0.08 } },
  faceParts: { unit: 'lightness', ideal: 5, pass: { to: 28 } },
  cast: { unit: 'points', ideal: 0, pass: { to: 4 }, possible: { to: 15 } },
  colourful: { unit: 'points', ideal: 18, pass: { from: 4 }, possible: { from: 2.5 } },
  wallLight: { unit: 'lightness', ideal: 88, pass: { from: 70 }, possible: { from: 56 } },
  /** Light blue, beige and light brown are among the colours that the Ministry names. */
  wallColour: { unit: 'points', ideal: 0, pass: { to: 20 }, possible: { to: 34 } },
  wallOther: { unit: 'percent', ideal: 0, pass: { to: 0.04 }, possible: { to: 0.25 } },
  wallSpread: { unit: 'lightness', ideal: 1, pass: { to: 5.5 }, possible: { to: 15 } },
  wallSides: { unit: 'lightness', ideal: 0, pass: { to: 8 }, possible: { to: 26 } },
  lowerFace: { unit: 'points', ideal: 2, pass: { to: 20 }, possible: { to: 30 } },
  /** where no lips stand out */
  lowerFaceBare: { unit: 'points', ideal: 2, pass: { to: 9 }, possible: { to: 16 } },
  lips: { unit: 'points', ideal: 20, pass: { from: 4 } },
  forehead: { unit: 'points', ideal: 2, pass: { to: 18 } },
} as const satisfies Record<string, Limits>;

export type FaceLimits = Readonly<Record<keyof typeof faceLimits, Limits>>;
