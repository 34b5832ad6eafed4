import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { projectPath } from '#platform/root.ts';
import { type Engine, loadEngine } from './load-engine.ts';
import type { ModelFile } from './models.ts';

/** Loads the models from the folder they are shipped in. */
export async function loadEngineHere(): Promise<Engine> {
  return loadEngine(readShipped);
}

/** @throws when the file is not the one that was tried and found good */
async function readShipped({ file, sha256 }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(projectPath('data', 'photo-models', file));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`data/photo-models/${file} has been changed`);
  }
  return bytes;
}
