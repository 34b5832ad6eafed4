import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Portraits to measure with, which the project neither ships nor commits: see `docs/photo.md`. */
export interface PhotoSet {
  /** studio portraits with a neutral face: none may be refused */
  readonly neutral: readonly string[];
  /** the same people smiling */
  readonly smiling: readonly string[];
  /** single defects made by others, named `<defect>__<person>.jpg` */
  readonly defects: readonly string[];
}

/** The set in the folder that `TURNO_PHOTO_SET` names. */
export async function readPhotoSet(): Promise<PhotoSet> {
  const folder = process.env.TURNO_PHOTO_SET;
  if (folder === undefined) throw new Error('TURNO_PHOTO_SET names no folder with portraits/ and defects/');
  const portraits = await picturesIn(join(folder, 'portraits'));
  const begins = (word: string) => portraits.filter((file) => nameOf(file).startsWith(word));
  const neutral = begins('neutral');
  if (neutral.length === 0) throw new Error(`${folder}/portraits has no neutral portraits`);
  return { neutral, smiling: begins('smiling'), defects: await picturesIn(join(folder, 'defects')) };
}

/** `neutral_front__009_03` */
export function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

/** `009` of `neutral_front__009_03` and of `eyes_closed__009_03`. */
export function personOf(file: string): string {
  return /__(\d+)/.exec(nameOf(file))?.[1] ?? nameOf(file);
}

async function picturesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => /\.jpe?g$/i.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
