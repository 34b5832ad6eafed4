import { citizensOf } from '../citizens.ts';
import { answeredId, httpRequest, type LoadResult, sendLoad } from '../load.ts';
import { cpuOf } from '../processes.ts';
import { bounded, type Result, shown } from '../result.ts';
import { forgetBookings, prepareSlots, type Stage } from '../stage.ts';
import { sharesOf } from './holds.ts';

const rounds = 3;
const perRound = 600;
const connections = 64;

/** A whole booking: the hold, and then the booking of it, by the same person over the same connection. */
export async function bookings(stage: Stage): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, slots } of [
    { name: 'one hot slot', slots: 1 },
    { name: '200 slots of one service', slots: 200 },
  ]) {
    const perSecond: number[] = [];
    let notes = '';
    for (let round = 0; round < rounds; round += 1) {
      const load = await bookAll(stage, slots, perRound);
      perSecond.push(load.booked / load.load.seconds);
      notes = `two requests a booking, ${perRound} accounts, ${connections} connections, durable commits; ${load.cpu}`;
    }
    results.push({
      ...bounded({ name: `bookings, ${name}`, unit: 'bookings/s', rounds: perSecond, notes }),
      bar: null,
    });
  }
  return results;
}

/** Everybody books once; whoever is refused or left without an answer makes the round void. */
export async function bookAll(
  stage: Stage,
  slots: number,
  people: number,
  seats = 1_000_000,
): Promise<{ load: LoadResult; booked: number; cpu: string }> {
  const ids = await prepareSlots(stage, { slots, seats });
  const citizens = await citizensOf(stage, 0, people);
  const requests = citizens.map((citizen, index) => {
    const token = stage.tokens[index] ?? '';
    const person = { ...citizen, relationship: 'self' };
    const slot = ids[index % ids.length];
    const hold = { office: 'cons-london', service: 'passport', slot, party: 1 };
    const booking = { hold: answeredId, people: [person], privacyAccepted: true };
    return [
      httpRequest({ method: 'POST', path: '/api/v1/holds', token, json: hold }),
      httpRequest({ method: 'POST', path: '/api/v1/bookings', token, json: booking }),
    ] as const;
  });
  const roles = stage.roles();
  const before = { web: cpuOf(roles.web), postgres: cpuOf(roles.postgres) };
  const load = await sendLoad({ port: stage.port, connections, requests });
  const used = { web: cpuOf(roles.web) - before.web, postgres: cpuOf(stage.roles().postgres) - before.postgres };
  const { rows } = await stage.sql.query<{ booked: number }>(
    'SELECT count(*)::int AS booked FROM booking WHERE live AND slot_ids && $1::bigint[]',
    [ids],
  );
  await forgetBookings(stage, ids);
  const booked = load.statuses['201'] ?? 0;
  if (booked !== people || rows[0]?.booked !== people)
    throw new Error(`${rows[0]?.booked} bookings in the database, answers ${JSON.stringify(load.statuses)}`);
  const spent = shown(((used.web + used.postgres) / people) * 1000);
  return { load, booked, cpu: `${sharesOf(load, used)}; ${spent} CPU seconds of the servers per thousand` };
}
