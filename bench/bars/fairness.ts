import { setTimeout as pause } from 'node:timers/promises';
import { connections } from '../crowd/connections.ts';
import { openRoom } from '../crowd/open-room.ts';
import { httpRequest } from '../load.ts';
import type { Result } from '../result.ts';
import { closeOthers, forgetHolds, prepareSlots, type Stage } from '../stage.ts';

const rounds = 12;
const seats = 20;
const joinSeconds = 3;

/** Milliseconds one way, the same for every request, and from seeing the page to pressing: least and most. */
const groups = [
  { name: 'a person near the server (20 ms)', many: 50, away: 10, reacts: [250, 700] },
  { name: 'a person 300 ms away', many: 30, away: 150, reacts: [250, 700] },
  { name: 'a person on a slow line (600 ms)', many: 30, away: 300, reacts: [250, 700] },
  { name: 'a program beside the server (2 ms)', many: 10, away: 1, reacts: [0, 5] },
] as const;
type Group = (typeof groups)[number];

interface Somebody {
  readonly group: Group;
  readonly token: string;
}

/**
 * Who gets a seat: first come, first served, against a waiting room whose order is drawn. Small crowds over the real server,
 * many times; distance is time that is waited before each request and after each answer.
 */
export async function fairness(stage: Stage): Promise<Result[]> {
  const won = { firstCome: new Map<string, number>(), drawn: new Map<string, number>() };
  for (let round = 0; round < rounds; round += 1) {
    const people = groups
      .flatMap((group) => Array.from({ length: group.many }, () => group))
      .map((group, at) => ({ group, token: stage.tokens[at] ?? '' }));
    await play(stage, people, won.firstCome, 'first-come');
    await play(stage, people, won.drawn, 'drawn');
  }
  const all = groups.reduce((sum, { many }) => sum + many, 0);
  const even = seats / all;
  const chanceOf = (counts: Map<string, number>, group: Group) => (counts.get(group.name) ?? 0) / (rounds * group.many);
  return groups.map((group) => {
    // Three standard errors: what chance alone does to a share, nearly always.
    const slack = 3 * Math.sqrt((even * (1 - even)) / (rounds * group.many));
    const [ours, old] = [chanceOf(won.drawn, group), chanceOf(won.firstCome, group)];
    return {
      name: `fairness: chance of a seat for ${group.name}`,
      figure: 100 * ours,
      unit: '%',
      reference: 'first come, first served',
      referenceFigure: 100 * old,
      ratio: old === 0 ? null : ours / old,
      spread: [100 * (even - slack), 100 * (even + slack)] as const,
      bar: `within chance of an even ${(100 * even).toFixed(1)} %`,
      pass: Math.abs(ours - even) <= slack,
      notes: `${rounds} times ${all} people for ${seats} seats, ${group.many} of them of this group; the spread is three standard errors around an even share`,
    };
  });
}

async function play(stage: Stage, people: readonly Somebody[], won: Map<string, number>, way: 'first-come' | 'drawn') {
  const joinsAt = Date.now() + 1_500;
  const opensAt = new Date(joinsAt + (joinSeconds + 1) * 1000);
  const slots = await prepareSlots(stage, { slots: 5, seats: seats / 5, opensAt });
  const { from, to, open } = await closeOthers(stage, slots);
  const room =
    way === 'drawn'
      ? await openRoom(stage, { code: `bench-fair-${joinsAt}`, joinsAt: new Date(joinsAt), opensAt })
      : undefined;
  const lines = connections(stage.port, people.length);
  try {
    await Promise.all(
      people.map(async (one) => {
        const wish = { office: 'cons-london', service: 'passport', earliest: true, from, to, party: 1 };
        const seat = room
          ? await waitAndTake(lines, one, { joinsAt: joinsAt + 300, opensAt, wish })
          : await seeAndTake(lines, one, { opensAt, wish });
        if (seat) won.set(one.group.name, (won.get(one.group.name) ?? 0) + 1);
      }),
    );
  } finally {
    lines.close();
    await room?.end();
    await forgetHolds(stage);
    await open();
  }
}

type Lines = ReturnType<typeof connections>;

async function afar(lines: Lines, { group }: Somebody, request: string) {
  await pause(group.away);
  const answer = await lines.ask(request);
  await pause(group.away);
  return answer;
}

const react = ({ group }: Somebody) => pause(group.reacts[0] + Math.random() * (group.reacts[1] - group.reacts[0]));

/** The old way: at the hour everybody loads the page, sees a seat, and presses. */
async function seeAndTake(
  lines: Lines,
  one: Somebody,
  { opensAt, wish }: { opensAt: Date; wish: object },
): Promise<boolean> {
  await pause(opensAt.getTime() - Date.now());
  await afar(lines, one, httpRequest({ path: '/api/v1/offices/cons-london/services/passport/days' }));
  await react(one);
  return (await afar(lines, one, hold(one, wish))).status === '201';
}

/** Ours: everybody joins at some moment of the time given, and takes a seat when their turn comes, if it does. */
async function waitAndTake(
  lines: Lines,
  one: Somebody,
  { joinsAt, opensAt, wish }: { joinsAt: number; opensAt: Date; wish: object },
): Promise<boolean> {
  const isProgram = one.group.reacts[0] === 0;
  await pause(joinsAt + (isProgram ? 0 : Math.random() * (joinSeconds - 1) * 1000) - Date.now());
  const ticket = await join(lines, one);
  const look = httpRequest({ path: `/api/v1/queue/${ticket}` });
  await pause(opensAt.getTime() + 500 - Date.now());
  for (const until = Date.now() + 4_000; Date.now() < until; await pause(1_000)) {
    const answer = await afar(lines, one, look);
    const { state } = JSON.parse(answer.body) as { state: string };
    if (state === 'admitted') {
      await react(one);
      return (await afar(lines, one, hold(one, { ...wish, ticket }))).status === '201';
    }
    if (state === 'ended') return false;
  }
  return false;
}

/** A process hears within a quarter of a second that a room takes people; whoever asks earlier asks again. */
async function join(lines: Lines, one: Somebody): Promise<string> {
  const json = { office: 'cons-london', service: 'passport' };
  const request = httpRequest({ method: 'POST', path: '/api/v1/queue', token: one.token, json });
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { status, body } = await afar(lines, one, request);
    const { ticket, room } = JSON.parse(body) as { ticket?: string; room?: string | null };
    if (status === '201' && ticket !== undefined && room !== null) return ticket;
    await pause(250);
  }
  throw new Error('no place in the room');
}

function hold({ token }: Somebody, json: object): string {
  return httpRequest({ method: 'POST', path: '/api/v1/holds', token, json });
}
