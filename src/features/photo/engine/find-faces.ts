import type { Pixels } from '../face/seen.ts';
import type { FoundFace } from './detect.ts';
import type { View } from './resample.ts';

const quarter = Math.PI / 2;
/** A face that looks upright and is less sure than this may be one that stands on its head. */
const sure = 0.85;
/** How much surer a face must be that is seen from another side: dark glasses look much the same from all of them. */
const muchSurer = 0.02;
/** How far from the line from side to side its eyes may lie there, as a cosine: 37°. */
const beside = 0.8;

/** Looks for faces upright; without a sure one, the picture is looked at from its other sides too. */
export function findFaces(
  look: (view: View) => FoundFace[],
  { width, height }: Pick<Pixels, 'width' | 'height'>,
): FoundFace[] {
  const side = Math.max(width, height);
  const from = (turn: number) => ({
    turn,
    faces: look({ centreX: width / 2, centreY: height / 2, width: side, height: side, turn }),
  });
  const upright = from(0);
  if (scoreOf(upright) >= sure) return upright.faces;
  const views = [upright, from(quarter), from(2 * quarter), from(3 * quarter)];
  const [best = upright] = views.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  return scoreOf(best) > scoreOf(upright) + muchSurer ? best.faces : upright.faces;
}

/** How sure the first face of a view is, if its eyes are beside each other there. */
function scoreOf({ faces, turn }: { faces: readonly FoundFace[]; turn: number }): number {
  const [first] = faces;
  return first !== undefined && Math.cos(first.turn - turn) > beside ? first.box.score : 0;
}
