/**
 * What to do next before the camera, the first things first: nobody is told to close the mouth while the face is not in view.
 * Left and right are those of the person.
 */
export const hints = [
  'no-face',
  'several',
  'closer',
  'further',
  'left',
  'right',
  'higher',
  'lower',
  'tilt-left',
  'tilt-right',
  'turn-left',
  'turn-right',
  'chin-up',
  'chin-down',
  'dark',
  'bright',
  'side-light',
  'background-dark',
  'background-uneven',
  'dark-glasses',
  'eyes-hidden',
  'eyes',
  'mouth',
  'smile',
  'gaze',
  'covered',
  'blur',
  'still',
  'good',
] as const;

export type Hint = (typeof hints)[number];
