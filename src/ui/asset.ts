import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '#platform/root.ts';

/** Where `assets/build.mjs` writes and the web application serves `/assets/` from. */
export const assetsFolder = projectPath('dist', 'assets');

let manifest: Readonly<Record<string, string>> | undefined;

/** The address of a built file: `asset('turno.css')` → `/assets/turno.<hash>.css`. Plain names when nothing was built. */
export function asset(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}

function readManifest(): Record<string, string> {
  const file = join(assetsFolder, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
}
