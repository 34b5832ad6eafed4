import type { FaceMeasures, Measures } from '#features/photo/measures/measure.ts';

/** What is measured in a good portrait: invented, near the middle of what studios deliver. */
export const goodFace: FaceMeasures = {
  placement: { eyeDistance: 223, headHeight: 0.73, eyeLine: 25.5, across: 0.5, above: 4 },
  pose: { roll: 0.4, yaw: -1, pitch: 2 },
  expression: { eyeLeastOpen: 0.74, eyeMostOpen: 0.78, gaze: 0.01, mouthOpen: 0.002, smile: 0.77 },
  eyes: { leastRange: 44, mostRange: 47, shine: 0.003, darker: 20, bridge: 7, red: 0 },
  sharpness: { fineShare: 0.6, detail: 0.33, noise: 0.6 },
  light: {
    brightness: 0.28,
    burnt: 0,
    range: 52,
    sides: 1.5,
    evenness: 0.7,
    parts: 8,
    cast: 0,
    colourfulness: 19,
    skin: { lightness: 69, a: 11, b: 12 },
  },
  coverings: { lower: 2.5, lips: 20, forehead: 2 },
};

export const goodMeasures: Measures = {
  faces: 1,
  face: goodFace,
  background: { colour: { lightness: 87, a: -1, b: 0 }, chroma: 1, other: 0.002, spread: 2.4, sides: 0.5 },
};

/** The same with other numbers in some of its groups. */
export function changed(
  change: {
    readonly [Group in keyof FaceMeasures]?: Partial<NonNullable<FaceMeasures[Group]>>;
  },
): Measures {
  const { placement, pose, expression, eyes, sharpness, light, coverings } = change;
  const face: FaceMeasures = {
    placement: { ...goodFace.placement, ...placement },
    pose: { ...goodFace.pose, ...pose },
    expression: { ...goodFace.expression, ...expression },
    eyes: { ...goodFace.eyes, ...eyes },
    sharpness: { ...goodFace.sharpness, ...sharpness },
    light: goodFace.light && { ...goodFace.light, ...light },
    coverings: goodFace.coverings && { ...goodFace.coverings, ...coverings },
  };
  return { ...goodMeasures, face };
}

export function behind(change: Partial<NonNullable<Measures['background']>>): Measures {
  const { background } = goodMeasures;
  return background === undefined ? goodMeasures : { ...goodMeasures, background: { ...background, ...change } };
}
