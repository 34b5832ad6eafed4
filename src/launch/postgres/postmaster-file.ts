import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running (or killed) PostgreSQL wrote about itself into its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** PostgreSQL takes a process that exists for a rival; no process has this id. */
const nobody = 2147483646;

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : undefined;
}

/** Whether that process is alive and really the PostgreSQL of this folder, not a stranger that was given its number. */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const [status, folder] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
  ]);
  const state = status.slice(status.lastIndexOf(')') + 2).charAt(0);
  if (state === '' || state === 'Z' || state === 'X') return false;
  // PostgreSQL works in its data folder; when we may not look, believe the file.
  return folder === undefined || folder === (await realpath(cluster));
}

/**
 * After a power cut the number in postmaster.pid may belong to anybody, and PostgreSQL would refuse to start. The
 * file itself stays: its other lines let PostgreSQL notice its own left-over processes.
 */
export async function disownPostmasterFile(cluster: string): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^\d+/, String(nobody)));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
