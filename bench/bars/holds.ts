import { httpRequest, type LoadResult, sendLoad } from '../load.ts';
import { cpuOf } from '../processes.ts';
import { naiveHolds } from '../references/naive-holds.ts';
import { pgbenchHolds } from '../references/pgbench-holds.ts';
import { compare, type Result, shown } from '../result.ts';
import { forgetHolds, prepareSlots, type Stage } from '../stage.ts';

const rounds = 5;
const perRound = 10_000;
const connections = 64;
/** of each round of a reference */
const seconds = 3;
const manySlots = 200;

/** Seats held per second through `POST /holds`, beside pgbench and beside the naive design. */
export async function holds(stage: Stage): Promise<Result[]> {
  const naive = await naiveHolds(stage.databaseUrl);
  try {
    const results: Result[] = [];
    for (const slots of [1, manySlots]) {
      const ours: number[] = [];
      const bench: number[] = [];
      const plain: number[] = [];
      const cpu: string[] = [];
      // One round of each in turn: whatever else the machine does falls on all of them alike.
      for (let round = 0; round < rounds; round += 1) {
        const measured = await ourRound(stage, slots);
        ours.push(measured.perSecond);
        cpu.push(measured.cpu);
        bench.push(await pgbenchHolds(stage.databaseUrl, { slots, clients: connections, seconds }));
        plain.push(await naive.round(slots, seconds));
      }
      const place = slots === 1 ? 'one hot slot' : `${slots} slots of one service`;
      const notes = `HTTP over loopback, ${perRound} accounts, ${connections} connections, durable commits; ${cpu.at(-1)}`;
      const unit = 'seats/s';
      const bars = slots === 1 ? ([3, 4] as const) : ([null, null] as const);
      results.push(
        compare({
          name: `holds, ${place}`,
          unit,
          rounds: ours,
          reference: { name: `pgbench, one function a seat, ${place}, ${connections} clients`, rounds: bench },
          atLeast: bars[0],
          notes,
        }),
        compare({
          name: `holds, ${place}, against the naive design`,
          unit,
          rounds: ours,
          reference: { name: 'row lock and four round trips behind the same HTTP server', rounds: plain },
          atLeast: bars[1],
          notes,
        }),
      );
    }
    return results;
  } finally {
    await naive.close();
  }
}

/** Everybody holds a seat once; whoever is refused or left without an answer makes the round void. */
async function ourRound(stage: Stage, slots: number): Promise<{ perSecond: number; cpu: string }> {
  const ids = await prepareSlots(stage, { slots, seats: 1_000_000 });
  const requests = stage.tokens.slice(0, perRound).map((token, index) =>
    httpRequest({
      method: 'POST',
      path: '/api/v1/holds',
      token,
      json: { office: 'cons-london', service: 'passport', slot: ids[index % ids.length], party: 1 },
    }),
  );
  const roles = stage.roles();
  const before = { web: cpuOf(roles.web), postgres: cpuOf(roles.postgres) };
  const load = await sendLoad({ port: stage.port, connections, requests });
  const used = {
    web: cpuOf(roles.web) - before.web,
    postgres: cpuOf(stage.roles().postgres) - before.postgres,
  };
  await forgetHolds(stage);
  return { perSecond: allHeld(load) / load.seconds, cpu: sharesOf(load, used) };
}

export function allHeld(load: LoadResult): number {
  const held = load.statuses['201'] ?? 0;
  if (held !== perRound) throw new Error(`not every seat was held: ${JSON.stringify(load.statuses)}`);
  return held;
}

export function sharesOf(load: LoadResult, used: { web: number; postgres: number }): string {
  const share = (seconds: number) => `${shown((seconds / load.seconds) * 100)} %`;
  return `CPU of one core: web ${share(used.web)}, PostgreSQL ${share(used.postgres)}, load generator ${share(load.cpu)}`;
}
