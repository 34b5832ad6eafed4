import { httpRequest } from '../load.ts';
import { bounded, type Result } from '../result.ts';
import { type Round, rushRound } from '../rush-round.ts';
import { prepareSlots, type Stage } from '../stage.ts';
import { bookAll } from './bookings.ts';

const clients = 500;
const rounds = 5;

/** What other systems were measured by: five hundred clients at once, for one seat, for twenty of one time, and each for their own. */
export async function peers(stage: Stage): Promise<Result[]> {
  return [await oneTime(stage, 1, 0.5), await oneTime(stage, 20, 1), await ownTimes(stage)];
}

async function oneTime(stage: Stage, seats: number, seconds: number): Promise<Result> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ids = await prepareSlots(stage, { slots: 1, seats });
    const requests = stage.tokens.slice(0, clients).map((token) =>
      httpRequest({
        method: 'POST',
        path: '/api/v1/holds',
        token,
        json: { office: 'cons-london', service: 'passport', slot: ids[0], party: 1 },
      }),
    );
    done.push(await rushRound(stage, { requests, connections: clients, slots: ids, seats }));
  }
  const faults = done.map((round) => round.faults).filter((text) => text !== '');
  return bounded({
    name: `${clients} clients for ${seats === 1 ? 'one seat' : `${seats} seats of one counter`}: last answer after`,
    unit: 's',
    rounds: done.map(({ lastAnswer }) => lastAnswer),
    below: seconds,
    isWell: faults.length === 0,
    notes: `${faults.length === 0 ? `exactly ${seats} accepted` : faults.join('; ')}; ${done.at(-1)?.cpu ?? ''}`,
  });
}

/** Holding, not booking, is what takes the seat; a whole booking in two requests is told beside it. */
async function ownTimes(stage: Stage): Promise<Result> {
  const held: number[] = [];
  let cpu = '';
  for (let round = 0; round < rounds; round += 1) {
    const ids = await prepareSlots(stage, { slots: clients, seats: 1 });
    const requests = stage.tokens.slice(0, clients).map((token, index) =>
      httpRequest({
        method: 'POST',
        path: '/api/v1/holds',
        token,
        json: { office: 'cons-london', service: 'passport', slot: ids[index], party: 1 },
      }),
    );
    const one = await rushRound(stage, { requests, connections: 64, slots: ids, seats: clients });
    if (one.faults !== '') throw new Error(one.faults);
    held.push(clients / one.lastAnswer);
    cpu = one.cpu;
  }
  const whole = await bookAll(stage, clients, clients, 1);
  return bounded({
    name: `${clients} people, each a time of their own, seats taken`,
    unit: 'a second',
    rounds: held,
    above: 1_500,
    notes: `as a whole booking in two requests ${Math.round(whole.booked / whole.load.seconds)} a second; ${cpu}`,
  });
}
