import { httpRequest, sendLoad } from '../load.ts';
import { cpuOf } from '../processes.ts';
import { bareServer } from '../references/bare-server.ts';
import { compare, median, type Result, shown, spreadOf } from '../result.ts';
import type { Stage } from '../stage.ts';

const rounds = 3;
const seconds = 4;
const connections = 64;

/** The calendar page and a month's availability, warm, beside a bare server that sends the same bytes. */
export async function pages(stage: Stage): Promise<Result[]> {
  const [first, ...others] = await availability(stage);
  const calendar = await beside(stage, {
    name: 'calendar page, warm',
    path: '/offices/cons-london/passport',
    atLeast: 0.5,
  });
  return [calendar, ...(first ? [first] : []), ...others];
}

async function availability(stage: Stage): Promise<Result[]> {
  const service = '/api/v1/offices/cons-london/services/passport';
  const answer = await fetch(`http://127.0.0.1:${stage.port}${service}/days`);
  const { days } = (await answer.json()) as { days: { date: string }[] };
  const date = days[Math.floor(days.length / 2)]?.date ?? '';
  const month = await beside(stage, { name: 'month availability', path: `${service}/days`, atLeast: null });
  const day = await beside(stage, { name: 'day availability', path: `${service}/slots?date=${date}`, atLeast: null });
  return [absolute(month, 3_000), absolute(day, 5_000)];
}

// Other systems were measured in answers a second, whatever the CPU: so is the bar against them.
function absolute(result: Result & { perSecond: number[] }, atLeast: number): Result {
  const { perSecond, ...rest } = result;
  const figure = median(perSecond);
  const byCpu = `${shown(rest.figure)} answers per CPU second of the server, ${shown(rest.ratio ?? 0)} of a bare server’s`;
  return {
    ...rest,
    figure,
    unit: 'answers/s',
    spread: spreadOf(perSecond),
    reference: null,
    referenceFigure: null,
    ratio: null,
    bar: `> ${atLeast} a second`,
    pass: figure > atLeast,
    reach: figure / atLeast,
    notes: `${byCpu}; ${rest.notes}`,
  };
}

/** Answers per CPU second, of ours and of a bare server that sends the same bytes; `others` are asked in turn. */
export async function beside(
  stage: Stage,
  page: { name: string; path: string; others?: readonly string[]; atLeast: number | null },
): Promise<Result & { perSecond: number[] }> {
  const headers = { 'accept-encoding': 'gzip', 'accept-language': 'it' };
  const reply = await fetch(`http://127.0.0.1:${stage.port}${page.path}`, { headers: { 'accept-language': 'it' } });
  const bare = await bareServer(Buffer.from(await reply.arrayBuffer()), reply.headers.get('content-type') ?? '');
  const requests = (page.others ?? [page.path]).map((path) =>
    httpRequest({ path, headers: { 'accept-language': headers['accept-language'] } }),
  );
  const ours: number[] = [];
  const plain: number[] = [];
  const perSecond: number[] = [];
  let notes = '';
  try {
    await fire(stage.port, requests, () => stage.roles().web, 1);
    for (let round = 0; round < rounds; round += 1) {
      const own = await fire(stage.port, requests, () => [...stage.roles().web, ...stage.roles().postgres], seconds);
      const other = await fire(bare.port, requests, () => [bare.pid], seconds);
      ours.push(own.perCpu);
      perSecond.push(own.perSecond);
      plain.push(other.perCpu);
      notes = `${own.bytes} bytes uncompressed, ${connections} connections; ${shown(own.perSecond)} answers/s, p99 ${shown(own.p99)} ms, load generator at ${shown(own.generator)} % of a core`;
    }
  } finally {
    bare.close();
  }
  const result = compare({
    name: page.name,
    unit: 'answers per CPU second',
    rounds: ours,
    reference: { name: 'bare Fastify, same bytes', rounds: plain },
    atLeast: page.atLeast,
    notes,
  });
  return { ...result, perSecond };

  async function fire(port: number, texts: readonly string[], pids: () => number[], duration: number) {
    const before = cpuOf(pids());
    const load = await sendLoad({ port, connections, requests: texts, seconds: duration });
    const wrong = load.answered - (load.statuses['200'] ?? 0);
    if (wrong > 0 || load.statuses['error']) throw new Error(`${page.path}: ${JSON.stringify(load.statuses)}`);
    return {
      perCpu: load.answered / (cpuOf(pids()) - before),
      perSecond: load.answered / load.seconds,
      p99: load.p99,
      generator: (load.cpu / load.seconds) * 100,
      bytes: bare.bytes,
    };
  }
}
