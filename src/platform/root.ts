import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the same for the sources, the bundle in dist/ and the tests. */
export const projectRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A path inside the project. */
export function projectPath(...parts: string[]): string {
  return join(projectRoot, ...parts);
}

/** The program that runs, to start another of its commands: built, or its sources. */
export const ownProgram = import.meta.filename.endsWith('.ts')
  ? projectPath('src', 'main.ts')
  : projectPath('dist', 'main.js');

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json was not found above the program');
  return findRoot(parent);
}
