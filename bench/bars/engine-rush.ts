import { httpRequest } from '../load.ts';
import { bounded, type Result } from '../result.ts';
import { type Round, rushRound } from '../rush-round.ts';
import { citizens, prepareSlots, type Stage } from '../stage.ts';

const rounds = 3;
const slots = 50;
const seats = 1_000;
const connections = 1_000;

/** Twenty thousand people press in the same second for a thousand seats, with no waiting room before them. */
export async function engineRush(stage: Stage): Promise<Result[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) done.push(await rush(stage));
  const faults = done.map((round) => round.faults).filter((text) => text !== '');
  const isWell = faults.length === 0;
  const notes = [
    `${citizens} people with sessions, ${connections} connections, ${slots} slots of ${seats / slots} seats`,
    isWell ? 'all answered, none lost, none doubled, no errors' : faults.join('; '),
    done.at(-1)?.cpu,
  ].join('; ');
  return [
    bounded({
      name: 'engine rush, last seat held after',
      unit: 's',
      rounds: done.map(({ lastSeat }) => lastSeat),
      below: 1,
      isWell,
      notes,
    }),
    bounded({
      name: 'engine rush, everybody answered after',
      unit: 's',
      rounds: done.map(({ lastAnswer }) => lastAnswer),
      below: 5,
      isWell,
      notes,
    }),
    bounded({
      name: 'memory of the web process in the rush',
      unit: 'MB',
      rounds: done.map(({ memory }) => memory),
      below: 250,
      notes: 'largest proportional set size, looked at ten times a second',
    }),
  ];
}

async function rush(stage: Stage): Promise<Round> {
  const opensAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2_000);
  const ids = await prepareSlots(stage, { slots, seats: seats / slots, opensAt });
  const requests = stage.tokens.slice(0, citizens).map((token, index) =>
    httpRequest({
      method: 'POST',
      path: '/api/v1/holds',
      token,
      json: { office: 'cons-london', service: 'passport', slot: ids[(index * 7) % slots], party: 1 },
    }),
  );
  return await rushRound(stage, { requests, connections, slots: ids, seats, opensAt });
}
