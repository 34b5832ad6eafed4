import type { CheckResult, PhotoCheck, Verdict } from './check.ts';
import type { Finding, Requirement } from './check.text.ts';
import { portraitSize } from './crop.rules.ts';
import type { PictureHeader } from './picture.ts';
import { photoRules } from './rules.ts';

/** A result that stops everything: there is no picture to look at. */
export function refused(id: Requirement, finding: Finding, measured: CheckResult['measured'] = {}): CheckResult {
  return { id, finding, verdict: 'fail', score: 0, measured };
}

/** What cannot be decoded at all, or must not be, by the header alone. */
export function refusalOf({ width, height }: Pick<PictureHeader, 'width' | 'height'>): CheckResult | undefined {
  const { mostPixels } = photoRules.file;
  if (width * height <= mostPixels) return undefined;
  return refused('pixels', 'pixels-many', { width, height, most: Math.round(mostPixels / 1e6) });
}

/** What a photo must be as a file. What is judged of the face and the background is in `checks/judge.ts`. */
export const fileChecks: readonly PhotoCheck[] = [
  { id: 'file-type', look: () => result('file-type', 'pass', 'type-jpeg', 100) },
  {
    id: 'file-size',
    look: ({ header }) => result('file-size', 'pass', 'size-fine', 100, { kilobytes: Math.ceil(header.bytes / 1000) }),
  },
  { id: 'intact', look: () => result('intact', 'pass', 'whole', 100) },
  { id: 'pixels', look: ({ crop }) => pixels(crop) },
  { id: 'proportions', look: ({ header }) => proportions(header) },
  {
    id: 'upright',
    look: ({ header }) => result('upright', 'pass', header.turned ? 'turned' : 'upright', 100),
  },
  { id: 'colours', look: ({ header }) => colours(header) },
  { id: 'recent', look: ({ header }, { today }) => recent(header, today) },
];

/** Judged before decoding too: a picture too small or too long to be cut is not worth it. */
export function pixels(crop: { readonly width: number; readonly height: number }): CheckResult {
  const { least, most } = photoRules.portrait;
  const { width, height } = crop;
  const measured = { width, height, leastWidth: least.width, leastHeight: least.height };
  if (portraitSize(crop) === undefined) {
    return result('pixels', 'fail', 'pixels-few', Math.round((50 * width) / least.width), measured);
  }
  const share = (width - least.width) / (most.width - least.width);
  return result('pixels', 'pass', 'pixels-fine', Math.min(100, Math.round(70 + 30 * share)), measured);
}

export function proportions({ width, height }: Pick<PictureHeader, 'width' | 'height'>): CheckResult {
  const { near, possible } = photoRules.proportions;
  const shape = width / height;
  const measured = { width, height };
  if (shape < possible.from || shape > possible.to) {
    return result('proportions', 'fail', 'proportions-odd', 0, measured);
  }
  if (shape < near.from || shape > near.to) return result('proportions', 'warn', 'proportions-cut', 50, measured);
  const off = Math.abs(shape / photoRules.portrait.ratio - 1);
  if (off < 0.01) return result('proportions', 'pass', 'proportions-fine', 100, measured);
  return result('proportions', 'pass', 'proportions-near', Math.round(100 - 150 * off), measured);
}

function colours({ colours: found }: PictureHeader): CheckResult {
  if (found === 'cmyk') return result('colours', 'warn', 'colours-cmyk', 60);
  return found === 'grey'
    ? result('colours', 'warn', 'colours-grey', 20)
    : result('colours', 'pass', 'colours-fine', 100);
}

function recent({ takenOn }: PictureHeader, today: Temporal.PlainDate): CheckResult {
  if (takenOn === undefined || Temporal.PlainDate.compare(takenOn, today.add({ days: 1 })) > 0) {
    return result('recent', 'not-assessed', 'taken-unknown', null);
  }
  const measured = { day: takenOn.toString() };
  const isOld = Temporal.PlainDate.compare(takenOn.add({ months: photoRules.monthsOld }), today) < 0;
  return isOld
    ? result('recent', 'warn', 'taken-old', 20, measured)
    : result('recent', 'pass', 'taken-lately', 100, measured);
}

function result(
  id: Requirement,
  verdict: Verdict,
  finding: Finding,
  score: number | null,
  measured: CheckResult['measured'] = {},
): CheckResult {
  return { id, verdict, finding, score, measured };
}
