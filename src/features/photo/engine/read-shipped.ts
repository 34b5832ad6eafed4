import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { projectPath } from '#platform/root.ts';
import { type ModelFile, models } from './models.ts';

/** @throws when the file is not the one that was tried and found good */
export async function readShipped({ file, sha256 }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(projectPath('data', 'photo-models', file));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`data/photo-models/${file} has been changed`);
  }
  return bytes;
}

/** Which models no photo can be looked at with, each in a sentence: they are missing, or not those that were tried. */
export async function modelFaults(read: (file: ModelFile) => Promise<unknown> = readShipped): Promise<string[]> {
  const files = Object.values(models).flatMap(({ graph, weights }) => [graph, weights]);
  const settled = await Promise.allSettled(files.map((file) => read(file)));
  return files
    .filter((_, index) => settled[index]?.status === 'rejected')
    .map(
      ({ file }) => `data/photo-models/${file} is missing or was changed: no photo can be checked. Install it again.`,
    );
}
