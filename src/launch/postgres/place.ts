import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LaunchFailure } from '../failure.ts';
import { type Account, canReach, databaseAccount } from './account.ts';
import { installedBinaries } from './binaries.ts';

/** Where PostgreSQL's programs and data are, and the account they belong to. */
export interface Place {
  readonly binaries: string;
  readonly cluster: string;
  readonly account: Account | undefined;
  /** Where the data went, when not into the data folder itself. */
  readonly elsewhere?: string;
}

const note = 'where-the-data-is';
const systemFolder = '/var/lib';

/**
 * The data live in `<dataFolder>/postgres`. When the account PostgreSQL runs as cannot get there (a folder above is
 * closed to others), programs and data go to a folder of ours under /var/lib, and a note in the data folder says so.
 */
export async function findPlace(dataFolder: string): Promise<Place> {
  await mkdir(dataFolder, { recursive: true });
  const binaries = await installedBinaries();
  const inside = join(dataFolder, 'postgres');
  const noted = await elsewhereOf(dataFolder);
  const account = await databaseAccount(join(noted ?? dataFolder, 'postgres'));
  if (account === undefined) return { binaries, cluster: inside, account };

  if (noted === undefined) {
    await letThrough(dataFolder);
    const folder = await makeFolder(inside, account);
    if (canReach(account, folder)) return { binaries: await reachable(binaries, account), cluster: folder, account };
    if (existsSync(join(inside, 'PG_VERSION'))) {
      throw new LaunchFailure(
        `The database in ${inside} can no longer be entered by the account it belongs to: ` +
          'a folder above it is closed to others. Give that folder back its x permission (chmod o+x) and start again.',
      );
    }
    await rm(inside, { recursive: true, force: true });
  }
  const elsewhere = noted ?? ownFolder(dataFolder);
  await mkdir(elsewhere, { recursive: true });
  await letThrough(elsewhere);
  const cluster = join(elsewhere, 'postgres');
  await makeFolder(cluster, account);
  await writeFile(join(dataFolder, note), `${elsewhere}\n`);
  return { binaries: await reachable(binaries, account), cluster, account, elsewhere };
}

/** What the note in the data folder says, if there is one. */
export async function elsewhereOf(dataFolder: string): Promise<string | undefined> {
  const text = await readFile(join(dataFolder, note), 'utf8').catch(() => '');
  return text.trim() || undefined;
}

/** Also where an earlier start was cut off; a finished cluster is left as it is. */
async function makeFolder(folder: string, account: Account): Promise<string> {
  if (existsSync(join(folder, 'PG_VERSION'))) return folder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chown(folder, account.uid, account.gid);
  return folder;
}

/** Others may pass through the data folder, not list it. */
async function letThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o7777) | 0o001);
}

/** The installed programs where the account can run them, else a copy of them that it can. */
async function reachable(binaries: string, account: Account): Promise<string> {
  if (canReach(account, join(binaries, 'bin', 'postgres')) && canReach(account, join(binaries, 'lib'))) return binaries;
  const { version } = JSON.parse(await readFile(join(dirname(binaries), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(systemFolder, `turno-postgres-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    await cp(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
    // A strict umask at install time has closed them to others.
    await promisify(execFile)('chmod', ['-R', 'go+rX', unfinished]);
    // Another start may have been faster; its copy is the same.
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  return copy;
}

function ownFolder(dataFolder: string): string {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8);
  return join(systemFolder, `turno-${basename(dirname(dataFolder)).replace(/[^A-Za-z0-9-]/g, '-')}-${name}`);
}
