import type { CheckResult } from '../check.ts';
import { type FileFacts, judge } from '../checks/judge.ts';
import { portraitSize } from '../crop.rules.ts';
import { cutOut, encode } from '../decode.ts';
import type { Engine } from '../engine/load-engine.ts';
import type { Portrait } from '../examined.ts';
import type { Pixels } from '../face/seen.ts';
import { measure } from '../measures/measure.ts';
import type { Crop } from '../picture.ts';

/** Cuts a portrait out of a picture and looks at it as it will be kept. Undefined where it has too few pixels. */
export async function cutPortrait(
  engine: Engine,
  { picture, crop, ...facts }: { picture: Pixels; crop: Crop } & FileFacts,
): Promise<{ portrait: Portrait; checks: readonly CheckResult[] } | undefined> {
  const size = portraitSize(crop);
  if (size === undefined) return undefined;
  const cut = await cutOut(picture, { crop, size });
  const checks = judge(measure(cut, await engine.see(cut)), facts);
  return { portrait: { jpeg: await encode(cut), ...size, crop }, checks };
}
