import { connect } from 'node:net';
import type { Load, LoadResult } from './load.ts';

// Raw sockets: an HTTP client would cost more than the server it is to measure.
process.once('message', (message) => {
  void run(message as Load).then((result) => process.send?.(result, () => process.exit(0)));
});

async function run({ port, connections, requests, seconds }: Load): Promise<LoadResult> {
  const statuses: Record<string, number> = {};
  const last: Record<string, number> = {};
  const times: number[] = [];
  const bytes = requests.map((request) => Buffer.from(request, 'latin1'));
  let next = 0;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const until = seconds === undefined ? Infinity : start + seconds * 1000;

  const take = (): Buffer | undefined => {
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
  take: () => Buffer | undefined,
  note: (status: string, sent: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let head = '';
    let missing = -1;
    let status = '';
    const send = () => {
      const request = take();
      if (request === undefined) return void socket.end(resolve);
      sent = performance.now();
      head = '';
      missing = -1;
      socket.write(request);
    };
    socket.once('connect', send);
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        status = head.slice(9, 12);
        const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, end))?.[1];
        missing = Number(length ?? 0) - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      note(status, sent);
      send();
    });
    socket.once('error', () => {
      note('error', sent);
      resolve();
    });
  });
}
