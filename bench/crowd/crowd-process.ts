import { setTimeout as pause } from 'node:timers/promises';
import { httpRequest } from '../load.ts';
import { type Answer, connections } from './connections.ts';
import type { Crowd, CrowdPerson, CrowdResult } from './crowd.ts';
import { tally } from './tally.ts';

process.once('message', (message) => {
  void run(message as Crowd).then((result) => process.send?.(result, () => process.exit(0)));
});

/** Seconds that people take to look at a page and to fill in who they are. */
const thinks = { beforeHold: [2, 20], beforeBooking: [5, 45], back: [3, 20] } as const;
const mostTries = 20;

interface Standing {
  readonly ticket: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly number: number | null;
  readonly pollAfter: number;
}

async function run(crowd: Crowd): Promise<CrowdResult> {
  const lines = connections(crowd.port, crowd.connections);
  const told = tally();
  const outcomes: Record<string, number> = {};
  const cpu = process.cpuUsage();
  const deadline = Date.now() + crowd.limitSeconds * 1000;
  let changedPlaces = 0;
  let lastBooked = 0;

  const between = ([least, most]: readonly [number, number]) => 1000 * (least + Math.random() * (most - least));

  async function ask(kind: string, request: string, cut = false): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const sent = performance.now();
      const answer = await lines.ask(request, cut && attempt === 1);
      told.note(kind, answer.status, performance.now() - sent);
      // A cut connection is ours; one that is told to come back does.
      if (answer.status === 'cut') continue;
      if ((answer.status !== '503' && answer.status !== '429') || attempt === mostTries) return answer;
      const after = Number(/\r\nretry-after: (\d+)/i.exec(answer.head)?.[1] ?? 1);
      await pause(after * 1000 * (1 + Math.random()));
    }
  }

  async function join({ token }: CrowdPerson, cut = false): Promise<Standing | undefined> {
    const json = { office: crowd.office, service: crowd.service };
    return standingOf(
      await ask('join', httpRequest({ method: 'POST', path: '/api/v1/queue', token, json }), cut),
      '201',
    );
  }

  async function live(one: CrowdPerson): Promise<string> {
    await pause(crowd.joinsAt + Math.random() * crowd.joinSeconds * 1000 - Date.now());
    const { habit } = one;
    const [first, again] = await Promise.all([
      join(one, habit === 'breaks'),
      habit === 'double' ? join(one) : undefined,
    ]);
    if (first === undefined) return 'no-place';
    if (again && again.number !== first.number) changedPlaces += 1;
    if (habit === 'vanishes') return 'vanished';
    if (habit === 'leaves') {
      await pause(between(thinks.back));
      const gone = await ask(
        'leave',
        httpRequest({ method: 'DELETE', path: `/api/v1/queue/${first.ticket}`, token: one.token }),
      );
      return gone.status === '204' ? 'left' : `leave ${gone.status}`;
    }
    if (habit === 'returns') {
      await pause(between(thinks.back));
      const back = await join(one);
      if (back && back.number !== first.number) changedPlaces += 1;
    }
    return await wait(one, first);
  }

  async function wait(one: CrowdPerson, first: Standing): Promise<string> {
    let standing = first;
    const look = httpRequest({ path: `/api/v1/queue/${first.ticket}` });
    let hasTried = 0;
    while (Date.now() < deadline) {
      if (standing.state === 'ended') return standing.outcome ?? 'ended';
      if (standing.state === 'admitted' && hasTried < 5) {
        hasTried += 1;
        if (await takeSeat(one, standing.ticket)) lastBooked = Date.now();
        standing = standingOf(await ask('poll', look), '200') ?? standing;
        if (standing.state === 'ended') continue;
      }
      await pause(Math.min(standing.pollAfter * 1000, Math.max(0, deadline - Date.now())));
      standing = standingOf(await ask('poll', look, one.habit === 'breaks' && Math.random() < 0.1), '200') ?? standing;
    }
    return 'untold';
  }

  async function takeSeat({ token, person }: CrowdPerson, ticket: string): Promise<boolean> {
    await pause(between(thinks.beforeHold));
    const { office, service, from, to } = crowd;
    const wish = { office, service, earliest: true, from, to, party: 1, ticket };
    const held = await ask('hold', httpRequest({ method: 'POST', path: '/api/v1/holds', token, json: wish }));
    const hold = /"id":"([0-9a-f-]{36})"/.exec(held.body)?.[1];
    if (held.status !== '201' || hold === undefined) return false;
    await pause(between(thinks.beforeBooking));
    const json = { hold, people: [{ ...person, relationship: 'self' }], privacyAccepted: true };
    const booked = await ask('book', httpRequest({ method: 'POST', path: '/api/v1/bookings', token, json }));
    return booked.status === '201';
  }

  // So that whoever watches a run of minutes sees that it goes on.
  const progress = setInterval(() => {
    const asked = Object.entries(told.counts()).map(([kind, count]) => `${count} ${kind}`);
    const ended = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
    console.error(`  … ${Math.round((Date.now() - crowd.joinsAt) / 1000)} s: ${[...asked, ...ended].join(', ')}`);
  }, 15_000);
  await Promise.all(
    crowd.people.map(async (one) => {
      const outcome = await live(one);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }),
  );
  clearInterval(progress);
  lines.close();
  const used = process.cpuUsage(cpu);
  const kinds = told.result();
  const seconds = (Date.now() - crowd.joinsAt) / 1000;
  return {
    kinds,
    outcomes,
    changedPlaces,
    seconds,
    lastBooked: lastBooked / 1000,
    closedWhileIdle: lines.closedWhileIdle(),
    cpu: (used.user + used.system) / 1e6,
    pollsPerSecond: (kinds['poll']?.count ?? 0) / seconds,
  };
}

function standingOf(answer: Answer, status: string): Standing | undefined {
  return answer.status === status ? (JSON.parse(answer.body) as Standing) : undefined;
}
