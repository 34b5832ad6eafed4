import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { SteadyResult, SteadyWish } from './steady-pages.ts';

let running = true;
process.once('message', (message) => {
  process.once('message', () => {
    running = false;
  });
  void run(message as SteadyWish).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run({ port, paths, token, perSecond }: SteadyWish): Promise<SteadyResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const open: Promise<void>[] = [];
  let wrong = 0;
  const start = performance.now();
  for (let at = 0; running; at += 1) {
    const due = start + (at * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const path = paths[at % paths.length] ?? '/';
    open.push(
      ask(path).then((status) => {
        times.push(performance.now() - due);
        if (status !== 200) wrong += 1;
      }),
    );
  }
  await Promise.all(open);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { answered: times.length, wrong, p50: at(0.5), p99: at(0.99), slowest: at(1) };

  function ask(path: string): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    const headers = { 'accept-language': 'it', ...(path.startsWith('/api') && { authorization: `Bearer ${token}` }) };
    get({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    }).once('error', () => resolve(0));
    return promise;
  }
}
