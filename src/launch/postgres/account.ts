import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchFailure } from '../failure.ts';

/** The operating system account PostgreSQL runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const names = ['turno', 'postgres'];

/**
 * PostgreSQL refuses to run as root: as root it runs as the owner of the data that exist, else as the account `turno`
 * or `postgres`, made if the machine has neither. Anybody else runs it as themselves (undefined).
 */
export async function databaseAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(cluster, 'PG_VERSION')).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const existing = await findAccount();
  if (existing !== undefined) return existing;
  createAccount();
  const created = await findAccount();
  if (created !== undefined) return created;
  throw new LaunchFailure(
    'PostgreSQL does not run as root, and no account for it could be made on this machine. ' +
      'Create one (useradd --system turno), start Turno as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can run a program or enter a folder, whatever the folders above allow. */
export function canReach(account: Account | undefined, path: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], {
    ...account,
    stdio: 'ignore',
    cwd: '/',
  });
  return result.status === 0;
}

async function findAccount(): Promise<Account | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const name of names) {
    const [, , uid, gid] = lines.find(([login]) => login === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function createAccount(): void {
  const attempts: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', 'turno'],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'turno']],
  ];
  const path = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  for (const [command, args] of attempts) {
    if (spawnSync(command, args, { stdio: 'ignore', env: { PATH: path } }).status === 0) return;
  }
}
