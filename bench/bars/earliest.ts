import { httpRequest } from '../load.ts';
import { bounded, type Result } from '../result.ts';
import { type Round, rushRound } from '../rush-round.ts';
import { citizens, closeOthers, prepareSlots, type Stage } from '../stage.ts';

/** The worst case of other systems: nobody names a time, everybody wants the earliest seat at whichever counter. */
const cases = [
  {
    name: 'any counter, earliest seat, 500 clients for 20 seats',
    people: 500,
    slots: 5,
    seats: 20,
    seconds: 1,
    rounds: 5,
  },
  {
    name: 'any counter, earliest seat, 500 clients for 400 times of one seat',
    people: 500,
    slots: 400,
    seats: 400,
    seconds: 1,
    rounds: 3,
  },
  {
    name: `any counter, earliest seat, ${citizens} clicks for 1,000 seats`,
    people: citizens,
    slots: 50,
    seats: 1_000,
    seconds: 5,
    rounds: 3,
  },
] as const;

export async function earliest(stage: Stage): Promise<Result[]> {
  const results: Result[] = [];
  for (const one of cases) {
    const rounds: Round[] = [];
    for (let round = 0; round < one.rounds; round += 1) rounds.push(await clicks(stage, one));
    const faults = rounds.map((round) => round.faults).filter((text) => text !== '');
    const notes = [
      `POST /holds with earliest, ${one.people} accounts, ${connectionsOf(one.people)} connections`,
      faults.length === 0 ? 'exactly the seats were given, the others were told that none is left' : faults.join('; '),
      rounds.at(-1)?.cpu ?? '',
    ].join('; ');
    results.push(
      bounded({
        name: `${one.name}: everybody answered after`,
        unit: 's',
        rounds: rounds.map((round) => round.lastAnswer),
        below: one.seconds,
        isWell: faults.length === 0,
        notes,
      }),
    );
  }
  return results;
}

const connectionsOf = (people: number) => Math.min(people, 1_000);

async function clicks(stage: Stage, one: (typeof cases)[number]): Promise<Round> {
  const { slots, seats, people } = one;
  const ids = await prepareSlots(stage, { slots, seats: seats / slots });
  const { from, to, open } = await closeOthers(stage, ids);
  try {
    const json = { office: 'cons-london', service: 'passport', earliest: true, from, to, party: 1 };
    const requests = stage.tokens
      .slice(0, people)
      .map((token) => httpRequest({ method: 'POST', path: '/api/v1/holds', token, json }));
    return await rushRound(stage, { requests, connections: connectionsOf(people), slots: ids, seats });
  } finally {
    await open();
  }
}
