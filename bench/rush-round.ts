import { setTimeout as pause } from 'node:timers/promises';
import { type Load, sendLoad } from './load.ts';
import { cpuOf, memoryOf } from './processes.ts';
import { shown } from './result.ts';
import { forgetHolds, type Stage } from './stage.ts';

export interface Round {
  /** seconds from the opening to the last seat, and to the last answer */
  readonly lastSeat: number;
  readonly lastAnswer: number;
  /** empty when everybody was answered and exactly the seats were given */
  readonly faults: string;
  readonly memory: number;
  readonly cpu: string;
}

/** Everybody presses at `opensAt`; counts what was answered against what the database holds afterwards. */
export async function rushRound(
  stage: Stage,
  rush: { requests: Load['requests']; connections: number; slots: readonly string[]; seats: number; opensAt?: Date },
): Promise<Round> {
  const { requests, connections, slots, seats, opensAt } = rush;
  const roles = stage.roles();
  const before = { web: cpuOf(roles.web), postgres: cpuOf(roles.postgres) };
  if (opensAt) await pause(Math.max(0, opensAt.getTime() - Date.now()));
  const watch = watchMemory(roles.web);
  const load = await sendLoad({ port: stage.port, connections, requests });
  const memory = watch.end();
  const used = { web: cpuOf(roles.web) - before.web, postgres: cpuOf(stage.roles().postgres) - before.postgres };
  const { rows } = await stage.sql.query<{ held: number; taken: number; doubled: number }>(
    `SELECT (SELECT count(*)::int FROM hold WHERE state = 'live' AND slot_id = ANY ($1)) AS held,
            (SELECT sum(taken)::int FROM slot WHERE id = ANY ($1)) AS taken,
            (SELECT count(*)::int FROM (SELECT owner FROM hold WHERE state = 'live' GROUP BY owner HAVING count(*) > 1) d) AS doubled`,
    [slots],
  );
  await forgetHolds(stage);
  const held = load.statuses['201'] ?? 0;
  const refused = load.statuses['409'] ?? 0;
  const [kept] = rows;
  const faults = [
    held + refused === requests.length ? '' : `answers ${JSON.stringify(load.statuses)}`,
    held === seats ? '' : `${held} told that they hold a seat, not ${seats}`,
    kept?.held === seats && kept.taken === seats
      ? ''
      : `${kept?.held} holds and ${kept?.taken} seats taken in the database`,
    kept?.doubled === 0 ? '' : `${kept?.doubled} people hold two`,
  ].filter((text) => text !== '');
  const share = (seconds: number) => `${shown((seconds / load.seconds) * 100)} %`;
  const perThousand = ((used.web + used.postgres) / requests.length) * 1000;
  return {
    lastSeat: (load.last['201'] ?? Infinity) / 1000,
    lastAnswer: load.seconds,
    faults: faults.join(', '),
    memory,
    cpu: [
      `CPU of one core: web ${share(used.web)}, PostgreSQL ${share(used.postgres)}, load generator ${share(load.cpu)}`,
      `${shown(perThousand)} CPU seconds of the servers per thousand answers`,
      `slowest answer ${shown(load.slowest)} ms, p99 ${shown(load.p99)} ms`,
    ].join('; '),
  };
}

export function watchMemory(pids: readonly number[]): { end(): number } {
  let most = memoryOf(pids);
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pids));
  }, 100);
  return {
    end() {
      clearInterval(timer);
      return Math.max(most, memoryOf(pids));
    },
  };
}
