import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchFailure } from './failure.ts';
import { isAlive } from './postgres/postmaster-file.ts';

/** Two launchers on one data folder would stop each other's PostgreSQL: the second is refused. */
export async function lockDataFolder(dataFolder: string): Promise<() => Promise<void>> {
  const path = join(dataFolder, 'launcher.pid');
  for (let tries = 0; tries < 3; tries += 1) {
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (file !== undefined) {
      await file.writeFile(`${process.pid} ${await startOf(process.pid)}\n`);
      await file.close();
      return () => rm(path, { force: true });
    }
    const [pid, start] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
    if (await isSame(Number(pid), start)) {
      throw new LaunchFailure(
        `Turno is already running with the data in ${dataFolder} (process ${pid}). ` +
          'Stop it first, or choose another folder with TURNO_DATA.',
      );
    }
    await rm(path, { force: true });
  }
  throw new LaunchFailure(`Another start of Turno is under way with the data in ${dataFolder}.`);
}

async function isSame(pid: number, start: string | undefined): Promise<boolean> {
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && (await startOf(pid)) === start;
}

/** When a process was started, in ticks since the machine was: process numbers are used again, this is not. */
async function startOf(pid: number): Promise<string> {
  const [status, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
  ]);
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  // A zombie has ended; only its parent has not noticed.
  if (fields[0] === 'Z') return 'ended';
  return `${fields[19] ?? 'unknown'}@${boot.trim()}`;
}
