import { setTimeout as pause } from 'node:timers/promises';
import { httpRequest, sendLoad } from '../load.ts';
import { cpuOf, memoryOf } from '../processes.ts';
import { median, type Result, shown, spreadOf } from '../result.ts';
import { citizens, forgetHolds, prepareSlots, type Stage } from '../stage.ts';
import { sharesOf } from './holds.ts';

const rounds = 3;
const slots = 50;
const seats = 1_000;
const connections = 1_000;

interface Round {
  /** seconds from the opening to the last seat, and to the last answer */
  readonly lastSeat: number;
  readonly lastAnswer: number;
  readonly held: number;
  readonly faults: string;
  readonly memory: number;
  readonly cpu: string;
}

/** Twenty thousand people press in the same second for a thousand seats, with no waiting room before them. */
export async function engineRush(stage: Stage): Promise<Result[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) done.push(await rush(stage));
  const answered = done.map(({ lastAnswer }) => lastAnswer);
  const sold = done.map(({ lastSeat }) => lastSeat);
  const faults = done.map((round) => round.faults).filter((text) => text !== '');
  const notes = [
    `${citizens} people with sessions, ${connections} connections, ${slots} slots of ${seats / slots} seats`,
    faults.length === 0 ? 'all answered, none lost, none doubled, no errors' : faults.join('; '),
    done.at(-1)?.cpu,
  ].join('; ');
  const common = { reference: null, referenceFigure: null, ratio: null, notes };
  return [
    {
      ...common,
      name: 'engine rush, last seat held after',
      figure: median(sold),
      unit: 's',
      spread: spreadOf(sold),
      bar: `within 1 s of the opening, ${seats} seats`,
      pass: faults.length === 0 && Math.max(...sold) <= 1,
    },
    {
      ...common,
      name: 'engine rush, everybody answered after',
      figure: median(answered),
      unit: 's',
      spread: spreadOf(answered),
      bar: 'within 5 s',
      pass: faults.length === 0 && Math.max(...answered) <= 5,
    },
    {
      ...common,
      name: 'memory of the web process in the rush',
      figure: Math.max(...done.map(({ memory }) => memory)),
      unit: 'MB',
      spread: spreadOf(done.map(({ memory }) => memory)),
      bar: '< 250 MB',
      pass: done.every(({ memory }) => memory < 250),
      notes: 'largest proportional set size, looked at ten times a second',
    },
  ];
}

async function rush(stage: Stage): Promise<Round> {
  const opensAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2_000);
  const ids = await prepareSlots(stage, { slots, seats: seats / slots, opensAt });
  const requests = stage.tokens.map((token, index) =>
    httpRequest({
      method: 'POST',
      path: '/api/v1/holds',
      token,
      json: { office: 'cons-london', service: 'passport', slot: ids[(index * 7) % slots], party: 1 },
    }),
  );
  const roles = stage.roles();
  const before = { web: cpuOf(roles.web), postgres: cpuOf(roles.postgres) };
  await pause(Math.max(0, opensAt.getTime() - Date.now()));
  const watch = watchMemory(roles.web);
  const load = await sendLoad({ port: stage.port, connections, requests });
  const memory = watch.end();
  const used = { web: cpuOf(roles.web) - before.web, postgres: cpuOf(stage.roles().postgres) - before.postgres };
  const { rows } = await stage.sql.query<{ held: number; taken: number; doubled: number }>(
    `SELECT (SELECT count(*)::int FROM hold WHERE state = 'live' AND slot_id = ANY ($1)) AS held,
            (SELECT sum(taken)::int FROM slot WHERE id = ANY ($1)) AS taken,
            (SELECT count(*)::int FROM (SELECT owner FROM hold WHERE state = 'live' GROUP BY owner HAVING count(*) > 1) d) AS doubled`,
    [ids],
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
  return {
    lastSeat: (load.last['201'] ?? Infinity) / 1000,
    lastAnswer: load.seconds,
    held,
    faults: faults.join(', '),
    memory,
    cpu: `${sharesOf(load, used)}; slowest answer ${shown(load.slowest)} ms, p99 ${shown(load.p99)} ms`,
  };
}

function watchMemory(pids: readonly number[]): { end(): number } {
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
