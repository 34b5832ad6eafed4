import { judge } from '../checks/judge.ts';
import { headIn } from '../crop/head.ts';
import { proposeCrop } from '../crop/propose-crop.ts';
import type { Pixels, Seen } from '../face/seen.ts';
import { measure } from '../measures/measure.ts';
import { photoRules } from '../rules.ts';
import { blinkOf } from './blink.rules.ts';
import { cutOut } from './cut-out.ts';
import { findingHint } from './finding-hints.ts';
import type { Look } from './look.ts';
import { type HeadPlace, placementHint } from './placement.rules.ts';
import { guideOf } from './view.rules.ts';

/** A look, and what the next one compares itself with. */
export interface Looked {
  readonly look: Look;
  readonly head: HeadPlace | undefined;
  /** how far the eyes were open lately */
  readonly widest: number | undefined;
}

/** Between two looks, as a share of the head: whoever moves on like this comes out blurred. */
const stillness = 0.05;

/**
 * What to do next, of what was seen in a camera's view: first whether one person is there, then where, then how, by the checks
 * that the photo will meet when it is sent. `scale`: how many pixels of the view make one of these.
 */
export function lookAt(
  pixels: Pixels,
  seen: Seen,
  { scale, before }: { scale: number; before?: Looked | undefined },
): Looked {
  const head = headIn(seen, pixels);
  const found = (look: Look, widest = before?.widest): Looked => ({ look, head, widest });
  const { faces } = measure(pixels, seen);
  if (faces === 0 || head === undefined) return found({ hint: 'no-face', isGood: false });
  if (faces > 1) return found({ hint: 'several', isGood: false });

  const view = { width: pixels.width * scale, height: pixels.height * scale };
  const guide = shrunk(guideOf(view), scale);
  const { crop, fault } = proposeCrop(seen, { ...pixels, scale });
  const isCuttable = fault === undefined && crop.height * scale >= photoRules.portrait.least.height - scale;
  const move = placementHint(head, { guide, isCuttable, before: before?.look.hint });
  if (move !== undefined) return found({ hint: move, isGood: false });

  const cut = cutOut(pixels, seen, crop);
  const measures = measure(cut.pixels, cut.seen);
  if (measures.face === undefined) return found({ hint: 'no-face', isGood: false });
  const { pose, expression } = measures.face;
  const wrong = findingHint(judge(measures), pose);
  const { isBlink, widest } = blinkOf(expression.eyeLeastOpen, before?.widest);
  if (wrong !== undefined && !wrong.isGood) return found(wrong, widest);
  if (isBlink) return found({ hint: 'eyes', isGood: false }, widest);
  if (before?.head !== undefined && moved(head, before.head)) return found({ hint: 'still', isGood: false }, widest);
  return found(wrong ?? { hint: 'good', isGood: true }, widest);
}

function shrunk<T extends Record<'left' | 'top' | 'width' | 'height', number>>(part: T, scale: number) {
  const { left, top, width, height } = part;
  return { left: left / scale, top: top / scale, width: width / scale, height: height / scale };
}

function moved(now: HeadPlace, before: HeadPlace): boolean {
  return Math.hypot(now.eyes.x - before.eyes.x, now.eyes.y - before.eyes.y) > stillness * now.length;
}
