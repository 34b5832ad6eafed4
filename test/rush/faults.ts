import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { RunningTurno } from '#test/running-turno.ts';
import { ownName, withDatabase } from './own-database.ts';
import { type Part, pidsOf } from './processes.ts';

/** What goes wrong, by name. A full restart is the world's. */
export type Fault =
  | 'kill web-worker'
  | 'kill web'
  | 'kill worker'
  | 'kill postgres'
  | 'stop web-worker'
  | 'cut database';

export const faults: readonly Fault[] = [
  'kill web-worker',
  'kill web',
  'kill worker',
  'kill postgres',
  'stop web-worker',
  'cut database',
];

/** Makes it happen. What was killed comes back by itself; what was stopped goes on after a while. */
export async function happen(turno: RunningTurno, fault: Fault): Promise<void> {
  if (fault === 'cut database') {
    const cut = sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name LIKE 'turno-%' AND application_name <> ${ownName} AND random() < 0.5`;
    // It may be on its way up.
    await withDatabase(turno.dataFolder, (db) => cut.execute(db)).catch(() => undefined);
    return;
  }
  // Killed again and again while it recovers it would never come up, and nothing else be tried.
  if (fault === 'kill postgres' && !(await isUp(turno))) return;
  const [what, part] = fault.split(' ') as ['kill' | 'stop', Part];
  const pid = await oneOf(turno, part);
  if (pid === undefined) return;
  if (what === 'kill') return signal(pid, 'SIGKILL');
  signal(pid, 'SIGSTOP');
  await pause(500 + Math.random() * 2_000);
  signal(pid, 'SIGCONT');
}

async function isUp({ dataFolder }: RunningTurno): Promise<boolean> {
  return withDatabase(dataFolder, (db) => sql`SELECT 1`.execute(db)).then(
    () => true,
    () => false,
  );
}

async function oneOf(turno: RunningTurno, part: Part): Promise<number | undefined> {
  const pids = await pidsOf(turno, part);
  return pids[Math.floor(Math.random() * pids.length)];
}

/** It may have ended by itself meanwhile. */
function signal(pid: number, name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is no more.
  }
}
