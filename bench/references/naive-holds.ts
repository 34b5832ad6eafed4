import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { httpRequest, sendLoad } from '../load.ts';

/** More than it can do in a second: as many people are prepared. */
const fastest = 8_000;

/** The naive design behind a server of the same make, in a process of its own. */
export async function naiveHolds(databaseUrl: string) {
  const server = fork(fileURLToPath(new URL('naive-server.ts', import.meta.url)), [databaseUrl], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('message', (message) => resolve(Number(message)));
    server.once('exit', (code) => reject(new Error(`the naive server ended with ${code}`)));
  });
  return {
    /** Seats per second of one round of so many seconds; nobody holds two. */
    async round(slots: number, seconds: number): Promise<number> {
      const sql = new pg.Client({ connectionString: databaseUrl });
      await sql.connect();
      await sql.query('TRUNCATE reference.seat_hold; UPDATE reference.seat_slot SET taken = 0');
      await sql.query('VACUUM ANALYZE reference.seat_slot');
      await sql.end();
      const requests = Array.from({ length: seconds * fastest }, (_, index) =>
        httpRequest({ method: 'POST', path: '/holds', json: { slot: 1 + (index % slots), person: index } }),
      );
      const load = await sendLoad({ port, connections: 64, requests, seconds });
      const held = load.statuses['201'] ?? 0;
      if (held !== load.answered || held === requests.length)
        throw new Error(`the naive server answered ${JSON.stringify(load.statuses)}`);
      return held / load.seconds;
    },
    async close(): Promise<void> {
      server.removeAllListeners('exit');
      server.kill();
    },
  };
}
