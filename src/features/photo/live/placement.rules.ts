import type { Hint } from './hints.ts';
import type { Part } from './view.rules.ts';

/** Where a head is in the view, in its pixels. */
export interface HeadPlace {
  readonly eyes: { readonly x: number; readonly y: number };
  readonly middle: number;
  readonly length: number;
}

/** How the guide wants a head: its length and the line of the eyes as shares of the guide's height. */
const wished = { length: 0.74, eyes: 0.44 };
/** How far off it may be: the length by a factor, the places by shares of the guide's width and height. */
const freedom = { length: 1.15, aside: 0.07, upright: 0.07 };
/** Who was asked to move is asked until this share of the freedom is reached: no wavering at its edge. */
const settled = 0.75;

/**
 * Where to move, or nothing: nearer first, then aside, then up or down. The picture is not mirrored: who stands at its left goes
 * to the own left. `isCuttable`: a portrait can be cut as it is; otherwise whatever is worst must change.
 */
export function placementHint(
  { eyes, middle, length }: HeadPlace,
  { guide, isCuttable, before }: { guide: Part; isCuttable: boolean; before: Hint | undefined },
): Hint | undefined {
  const size = Math.log(length / guide.height / wished.length) / Math.log(freedom.length);
  const aside = (middle - guide.left - guide.width / 2) / guide.width / freedom.aside;
  const height = ((eyes.y - guide.top) / guide.height - wished.eyes) / freedom.upright;
  const moves = [
    { hint: size < 0 ? 'closer' : 'further', off: Math.abs(size) },
    { hint: aside < 0 ? 'left' : 'right', off: Math.abs(aside) },
    { hint: height > 0 ? 'higher' : 'lower', off: Math.abs(height) },
  ] as const;
  const [first] = moves.filter(({ hint, off }) => off > (hint === before ? settled : 1));
  if (first !== undefined || isCuttable) return first?.hint;
  return moves.reduce((one, other) => (other.off > one.off ? other : one)).hint;
}
