import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchFailure } from '../failure.ts';
import type { Place } from './place.ts';

export const databaseUser = 'turno';

// The collation is built into PostgreSQL, so that names sort alike on every machine.
const initdbFlags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

// Measured: a new cluster takes 40 MB, the data of all offices and the write-ahead log the rest.
const spaceForCluster = 400_000_000;

/** Makes the cluster if there is none yet, and answers with the password of its only account. */
export async function prepareCluster(place: Place, dataFolder: string): Promise<string> {
  const passwordFile = join(dataFolder, 'database-password');
  const known = (await readFile(passwordFile, 'utf8').catch(() => '')).trim();
  if (existsSync(join(place.cluster, 'PG_VERSION'))) {
    if (known !== '') return known;
    throw new LaunchFailure(
      `The password of the database is missing: ${passwordFile}. Put the file back from a backup, ` +
        `or move ${place.cluster} away to start with an empty database.`,
    );
  }
  await refuseWithoutSpace(dataFolder);
  const password = randomBytes(24).toString('base64url');
  await initialise(place, password);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  // Last, so that a cluster without its password can never be taken for a finished one.
  await rename(`${place.cluster}/new`, `${place.cluster}-new`);
  await rm(place.cluster, { recursive: true });
  await rename(`${place.cluster}-new`, place.cluster);
  return password;
}

async function refuseWithoutSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= spaceForCluster) return;
  const free = Math.round((bavail * bsize) / 1e6);
  throw new LaunchFailure(
    `The disk is too full for a new database: ${free} MB are free in ${folder}, ${spaceForCluster / 1e6} MB are needed. ` +
      'Free some space, or choose a folder on another disk with TURNO_DATA.',
  );
}

async function initialise(place: Place, password: string): Promise<void> {
  const { account, cluster } = place;
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  for (const name of await readdir(cluster)) await rm(join(cluster, name), { recursive: true, force: true });
  const passwordFile = join(cluster, '.password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  const args = [
    '-D',
    join(cluster, 'new'),
    '-U',
    databaseUser,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    ...initdbFlags,
  ];
  const { code, output } = await run(join(place.binaries, 'bin', 'initdb'), args, place);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new LaunchFailure(explain(output, cluster));
}

/** One sentence from what initdb or postgres printed. */
export function explain(output: string, cluster: string): string {
  if (/no space left on device|disk quota exceeded/i.test(output)) {
    return `The disk is full: the database in ${cluster} has no room. Free some space and start again; nothing that was saved is lost.`;
  }
  if (/could not look up effective user/i.test(output)) {
    return 'PostgreSQL needs an account with a name, and this process runs under a number only. Start Turno as a user of this machine, or set DATABASE_URL.';
  }
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const reason = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? 'no reason was given';
  return `PostgreSQL could not be started in ${cluster}: ${reason.replace(/^.*?(error|fatal|panic): */i, '').trim()}`;
}

function run(command: string, args: string[], { account }: Place): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
