import type { Pixels } from '#features/photo/face/seen.ts';
import { open, pixelsOf, type Subject } from '../paint.ts';
import { plain } from './background.ts';
import { glasses } from './drawn.ts';
import { blurred, noisy, resized } from './focus.ts';
import { times } from './light.ts';
import { framed, rolled, withRoom } from './pose.ts';
import { harmless, type Variant } from './variant.ts';

/** As a telephone takes it from a little further away. */
function fromFurtherAway(subject: Subject): Promise<Pixels> {
  const side = Math.round(subject.pixels.width * 0.35);
  return withRoom(subject, { top: side, left: side, right: side, bottom: 0 });
}

const mirrored = ({ pixels }: Subject) => pixelsOf(open(pixels).flop());

/** Good portraits a little otherwise, as they come from other cameras, rooms and programs: all must stay good. */
export const harmlessVariants: readonly Variant[] = [
  harmless('mirrored', mirrored),
  harmless('JPEG of quality 70', ({ pixels }) => pixels, 70),
  harmless('700 pixels wide', (subject) => resized(subject, 700)),
  harmless('560 pixels wide', (subject) => resized(subject, 560)),
  harmless('rolled by 3°', (subject) => rolled(subject, 3)),
  harmless('rolled by −3°', (subject) => rolled(subject, -3)),
  harmless('12 % brighter', ({ pixels }) => times(pixels, [1.12, 1.12, 1.12])),
  harmless('15 % darker', ({ pixels }) => times(pixels, [0.85, 0.85, 0.85])),
  harmless('a little warmer', ({ pixels }) => times(pixels, [1.05, 1, 0.93])),
  harmless('a little cooler', ({ pixels }) => times(pixels, [0.95, 1, 1.05])),
  harmless('a little noise, σ 4', ({ pixels }) => noisy(pixels, 4)),
  harmless('a little soft, σ 0.7', (subject) => blurred(subject, 0.7)),
  harmless('head a little smaller', (subject) => framed(subject, { scale: 0.94 })),
  harmless('head a little aside', (subject) => framed(subject, { scale: 0.96, right: 0.02 })),
  harmless('more wall around', fromFurtherAway),
  harmless('white background', (subject) => plain(subject, [248, 248, 248])),
  harmless('light blue background', (subject) => plain(subject, [203, 219, 232])),
  harmless('beige background', (subject) => plain(subject, [226, 214, 196])),
  harmless('clear glasses', (subject) => glasses(subject, { frame: 0.03 })),
];
