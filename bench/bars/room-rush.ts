import { setTimeout as pause } from 'node:timers/promises';
import { citizensOf } from '../citizens.ts';
import { type CrowdResult, habitOf, letIn } from '../crowd/crowd.ts';
import { openRoom } from '../crowd/open-room.ts';
import { cpuOf } from '../processes.ts';
import { bounded, type Result, shown } from '../result.ts';
import { watchMemory } from '../rush-round.ts';
import { closeOthers, prepareSlots, type Stage } from '../stage.ts';

const seats = 1_000;
const slots = 50;
const connections = 2_000;

/** People who were in the first run have bookings: the second takes others. */
export const roomRush = (stage: Stage): Promise<Result[]> =>
  crowd(stage, { first: 0, people: 20_000, joinSeconds: 20 });
export const largeRoomRush = (stage: Stage): Promise<Result[]> =>
  crowd(stage, { first: 20_000, people: 100_000, joinSeconds: 90 });
export const crowdCitizens = 120_000;

export async function crowd(
  stage: Stage,
  { first, people, joinSeconds }: { first: number; people: number; joinSeconds: number },
): Promise<Result[]> {
  const citizens = await citizensOf(stage, first, people);
  const joinsAt = Date.now() + 10_000;
  const opensAt = new Date(joinsAt + (joinSeconds + 5) * 1000);
  const ids = await prepareSlots(stage, { slots, seats: seats / slots, opensAt });
  const { from, to, open } = await closeOthers(stage, ids);
  const room = await openRoom(stage, { code: `bench-${people}-${joinsAt}`, joinsAt: new Date(joinsAt), opensAt });
  const roles = stage.roles();
  const watch = watchMemory(roles.web);
  const before = { web: cpuOf(roles.web), postgres: cpuOf(roles.postgres) };
  const result = await letIn({
    port: stage.port,
    connections,
    office: 'cons-london',
    service: 'passport',
    from,
    to,
    people: citizens.map((person, index) => ({
      token: stage.tokens[first + index] ?? '',
      person,
      habit: habitOf(index),
    })),
    joinsAt: joinsAt + 1_000,
    joinSeconds,
    limitSeconds: 900,
  });
  const memory = watch.end();
  const used = { web: cpuOf(roles.web) - before.web, postgres: cpuOf(stage.roles().postgres) - before.postgres };
  const faults = await faultsOf(stage, { result, ids, roomId: room.id });
  await room.end();
  await open();
  return results({ result, faults, memory, used, people, opensAt: opensAt.getTime() / 1000 });
}

/** Tickets get their outcome with the e-mail about it, a thousand in a second; pages have told it long before. */
async function untilSettled({ sql }: Stage, roomId: number): Promise<void> {
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await pause(1_000)) {
    const { rows } = await sql.query<{ open: boolean }>(
      "SELECT EXISTS (SELECT FROM ticket WHERE room_id = $1 AND state IN ('waiting', 'admitted')) AS open",
      [roomId],
    );
    if (rows[0]?.open === false) return;
  }
}

/** What was told against what the database keeps. */
async function faultsOf(
  stage: Stage,
  { result, ids, roomId }: { result: CrowdResult; ids: readonly string[]; roomId: number },
): Promise<string[]> {
  await untilSettled(stage, roomId);
  const { rows } = await stage.sql.query<{ booked: number; taken: number; waiting: number; doubled: number }>(
    `SELECT (SELECT count(*)::int FROM booking b WHERE b.live AND b.slot_ids && $1::bigint[]) AS booked,
            (SELECT sum(taken)::int FROM slot WHERE id = ANY ($1)) AS taken,
            (SELECT count(*)::int FROM ticket WHERE room_id = $2 AND state IN ('waiting', 'admitted')) AS waiting,
            (SELECT count(*)::int FROM (SELECT p.person_key FROM booking_person p JOIN booking b ON b.id = p.booking_id
               WHERE b.live AND b.slot_ids && $1::bigint[] GROUP BY 1 HAVING count(*) > 1) d) AS doubled`,
    [ids, roomId],
  );
  const [kept] = rows;
  const { outcomes, kinds, changedPlaces } = result;
  const wrong = Object.entries(kinds).flatMap(([kind, { statuses }]) =>
    Object.keys(statuses)
      .filter((status) => status === 'error' || (status.startsWith('5') && status !== '503'))
      .map((status) => `${statuses[status]} of ${kind} answered ${status}`),
  );
  return [
    kept?.booked === seats && kept.taken === seats
      ? ''
      : `${kept?.booked} bookings, ${kept?.taken} seats taken, not ${seats}`,
    (outcomes['booked'] ?? 0) === seats ? '' : `${outcomes['booked'] ?? 0} were told that they have booked`,
    (outcomes['untold'] ?? 0) === 0 ? '' : `${outcomes['untold']} were told nothing final`,
    (outcomes['no-place'] ?? 0) === 0 ? '' : `${outcomes['no-place']} got no place`,
    kept?.waiting === 0 ? '' : `${kept?.waiting} still wait`,
    kept?.doubled === 0 ? '' : `${kept?.doubled} people have two`,
    changedPlaces === 0 ? '' : `${changedPlaces} were given another place when they asked again`,
    ...wrong,
  ].filter((text) => text !== '');
}

function results(run: {
  result: CrowdResult;
  faults: readonly string[];
  memory: number;
  used: { web: number; postgres: number };
  people: number;
  opensAt: number;
}): Result[] {
  const { result, faults, memory, used, people, opensAt } = run;
  const { kinds, outcomes, seconds, cpu, pollsPerSecond } = result;
  const isWell = faults.length === 0;
  const told = Object.entries(outcomes).map(([outcome, many]) => `${many} ${outcome}`);
  const put = Object.entries(kinds).reduce((sum, [, { statuses }]) => sum + (statuses['503'] ?? 0), 0);
  const asked = Object.entries(kinds).map(
    ([kind, { count, p50, p99, slowest }]) => `${kind} ${count}: ${shown(p50)} / ${shown(p99)} / ${shown(slowest)} ms`,
  );
  const share = (spent: number) => `${shown((spent / seconds) * 100)} %`;
  const busy = (cpu / seconds) * 100;
  const notes = [
    isWell ? 'all seats booked, everybody told, nobody twice, no errors' : faults.join('; '),
    `outcomes: ${told.join(', ')}`,
    `median / p99 / slowest: ${asked.join(', ')}`,
    `${shown(pollsPerSecond)} polls a second over ${shown(seconds)} s, ${connections} connections for all (${result.closedWhileIdle} requests sent again since theirs was closed for being idle); ${put} put off with a time to come back`,
    `last seat booked ${shown(result.lastBooked - opensAt)} s after the opening (turns of two minutes, some vanish)`,
    `CPU of one core: web ${share(used.web)}, PostgreSQL ${share(used.postgres)}, crowd ${share(cpu)}${busy > 85 ? ': the crowd limited this run, it is void' : ''}`,
  ].join('; ');
  const slowest = Math.max(...Object.values(kinds).map(({ p99 }) => p99)) / 1000;
  const name = `room rush, ${people.toLocaleString('en')} people for ${seats.toLocaleString('en')} seats`;
  return [
    bounded({
      name: `${name}: p99 of every kind of request`,
      unit: 's',
      rounds: [slowest],
      below: 1,
      isWell: isWell && busy <= 85,
      notes,
    }),
    bounded({
      name: `${name}: memory of the web process`,
      unit: 'MB',
      rounds: [memory],
      below: 250,
      notes: 'largest proportional set size, looked at ten times a second',
    }),
  ];
}
