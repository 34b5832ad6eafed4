/** A camera as a browser lists it. Labels are empty until somebody has allowed the use of one. */
export interface Camera {
  readonly id: string;
  readonly label: string;
}

export type Facing = 'user' | 'environment';

/** What can be chosen: a side of a telephone, or a camera by its name. */
export type CameraChoice = { readonly facing: Facing } | { readonly id: string; readonly label: string };

/**
 * A telephone names its cameras "camera2 1, facing front" and has several behind: there one chooses the side, and the telephone
 * the lens. Elsewhere each camera is named. Nothing to choose, no choices.
 */
export function cameraChoices(cameras: readonly Camera[]): readonly CameraChoice[] {
  const sides = new Set(cameras.map(({ label }) => facingOf(label)));
  if (sides.has('user') && sides.has('environment')) return [{ facing: 'user' }, { facing: 'environment' }];
  const named = cameras.filter(({ id }) => id !== '');
  return named.length > 1 ? named : [];
}

/** Labels are in the language of the system; these are the words of Android, iOS and Windows in those of this site. */
export function facingOf(label: string): Facing | undefined {
  if (/front|anterior|vorder|avant|delantera|frontal|spredn|user/i.test(label)) return 'user';
  if (/back|rear|posterior|retro|rück|arrière|trasera|traseira|zadnj|environment/i.test(label)) return 'environment';
  return undefined;
}
