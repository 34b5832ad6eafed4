import { openRoom } from '../crowd/open-room.ts';
import type { Result } from '../result.ts';
import type { Stage } from '../stage.ts';
import { beside } from './pages.ts';

const people = 1_000;

/** Looking at one's place in a waiting room, by a thousand people in turn, beside a bare server that sends as many bytes. */
export async function polls(stage: Stage): Promise<Result[]> {
  const joinsAt = new Date(Date.now() + 3_000);
  const opensAt = new Date(joinsAt.getTime() + 3_600_000);
  const room = await openRoom(stage, { code: `bench-polls-${joinsAt.getTime()}`, joinsAt, opensAt });
  try {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const tickets: string[] = [];
    for (const token of stage.tokens.slice(-people)) tickets.push(await join(stage, token));
    return [
      await beside(stage, {
        name: 'waiting room, polls',
        path: `/api/v1/queue/${tickets[0] ?? ''}`,
        others: tickets.map((ticket) => `/api/v1/queue/${ticket}`),
        atLeast: 0.8,
      }).then(({ perSecond: _perSecond, ...result }) => result),
    ];
  } finally {
    await room.end();
  }
}

async function join(stage: Stage, token: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${stage.port}/api/v1/queue`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ office: 'cons-london', service: 'passport' }),
  });
  const { ticket } = (await response.json()) as { ticket?: string };
  if (response.status !== 201 || ticket === undefined) throw new Error(`no place in the room: ${response.status}`);
  return ticket;
}
