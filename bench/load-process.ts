import { connect } from 'node:net';
import { answerReader } from './answer-reader.ts';
import { answeredId, type Load, type LoadResult } from './load.ts';

// Raw sockets: an HTTP client would cost more than the server it is to measure.
process.once('message', (message) => {
  void run(message as Load).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run({ port, connections, requests, seconds }: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {};
  const last: Record<string, number> = {};
  const times: number[] = [];
  const bytes = requests.map((request) => [request].flat().map((text) => Buffer.from(text, 'latin1')));
  let next = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const until = seconds === undefined ? Infinity : start + seconds * 1000;

  const take = (): readonly Buffer[] | undefined => {
    if (seconds === undefined) return bytes[next++];
    return performance.now() < until ? bytes[next++ % bytes.length] : undefined;
  };
  const note = (status: string, sent: number) => {
    const now = performance.now();
    times.push(now - sent);
    statuses[status] = (statuses[status] ?? 0) + 1;
    last[status] = now - start;
  };
  await Promise.all(Array.from({ length: connections }, () => converse(port, take, note)));

  const took = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    answered: times.length - (statuses['error'] ?? 0),
    seconds: took,
    statuses,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
    last,
    cpu: (used.user + used.system) / 1e6,
  };
}

/** One connection that sends the next request when the last one is answered. */
function converse(
  port: number,
  take: () => readonly Buffer[] | undefined,
  note: (status: string, sent: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let left: readonly Buffer[] = [];
    const answer = answerReader();
    const begin = () => {
      const requests = take();
      if (requests === undefined) return void socket.end(resolve);
      sent = performance.now();
      const [first, ...more] = requests;
      left = more;
      if (first) socket.write(first);
    };
    socket.once('connect', begin);
    socket.on('data', (chunk) => {
      const done = answer(chunk);
      if (done === undefined) return;
      const [second, ...more] = left;
      left = more;
      const id = second && done.status === '201' ? /"id":"([0-9a-f-]{36})"/.exec(done.body)?.[1] : undefined;
      if (second && id) return void socket.write(second.toString('latin1').replace(answeredId, id), 'latin1');
      note(done.status, sent);
      begin();
    });
    socket.once('error', () => {
      note('error', sent);
      resolve();
    });
  });
}
