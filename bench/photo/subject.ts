import sharp from 'sharp';
import type { Engine } from '#features/photo/engine/load-engine.ts';
import type { PersonMask, Pixels } from '#features/photo/face/seen.ts';
import { open, pixelsOf, type Subject } from './paint.ts';
import { nameOf } from './photo-set.ts';

/** A portrait with what the models see in it, to draw variants by. */
export async function readSubject(file: string, engine: Engine): Promise<Subject> {
  const pixels = await pixelsOf(sharp(file).autoOrient());
  const { mesh, person } = await engine.see(pixels);
  if (mesh === undefined || person === undefined) throw new Error(`${file} shows no face`);
  return { name: nameOf(file), pixels, points: mesh.points, person: await spread(person, pixels) };
}

/** The coarse grid as large as the picture, with soft edges. */
async function spread({ share, ...grid }: PersonMask, { width, height }: Pixels): Promise<Uint8Array> {
  const rgb = Uint8Array.from({ length: share.length * 3 }, (_, at) => share[Math.floor(at / 3)] ?? 0);
  const large = await pixelsOf(open({ ...grid, rgb }).resize(width, height, { fit: 'fill', kernel: 'cubic' }));
  return large.rgb.filter((_, at) => at % 3 === 0);
}
