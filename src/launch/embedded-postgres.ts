import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { LaunchFailure } from './failure.ts';
import { databaseUser, explain, prepareCluster } from './postgres/cluster.ts';
import { findPlace } from './postgres/place.ts';
import { disownPostmasterFile, isPostmasterOf, readPostmasterFile } from './postgres/postmaster-file.ts';
import { type Server, spawnServer } from './postgres/server.ts';

export interface EmbeddedPostgres {
  /** Address of the database `turno`, with the password. */
  readonly url: string;
  readonly port: number;
  /** Process id of PostgreSQL's first process. */
  readonly pid: number;
  /** Where the data are, when the data folder itself could not be used. */
  readonly elsewhere: string | undefined;
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Absolute path; made if missing. Survives restarts. */
  readonly dataFolder: string;
  /** Tried first, so that a restart keeps the address others know. */
  readonly port?: number;
  readonly settings?: Record<string, string>;
}

/**
 * Starts the PostgreSQL that came with npm, on 127.0.0.1 only, and waits until it answers. Recovers from a kill of
 * itself, of the launcher or of the machine. Throws `LaunchFailure` with a sentence when it cannot.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await findPlace(options.dataFolder);
  const password = await prepareCluster(place, options.dataFolder);
  await endLeftOver(place.cluster);
  const logFile = join(options.dataFolder, 'postgres.log');
  const deadline = performance.now() + 60_000;
  for (let port = options.port ?? (await freePort()); ; port = await freePort()) {
    const logged = (await readFile(logFile, 'utf8').catch(() => '')).length;
    const server = await spawnServer(place, { port, logFile, ...(options.settings && { settings: options.settings }) });
    const url = (database: string) => `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${database}`;
    if (await answers(server, url('postgres'), deadline)) {
      await createDatabase(url('postgres'));
      const { pid = 0 } = server.process;
      return {
        url: url(databaseUser),
        port,
        pid,
        elsewhere: place.elsewhere,
        ended: server.ended,
        stop: () => server.stop(),
      };
    }
    await server.stop();
    const output = (await readFile(logFile, 'utf8').catch(() => '')).slice(logged);
    // A port lost to somebody else, or the processes of a killed server that are still on their way out.
    const passing = /address already in use|shared memory block .* is still in use|lock file .* already exists/i.test(
      output,
    );
    if (!passing || performance.now() > deadline) throw new LaunchFailure(explain(output, place.cluster));
    await pause(300);
  }
}

/** Ends a PostgreSQL that outlived its launcher, and makes sure that a stranger is not taken for one. */
async function endLeftOver(cluster: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    for (let tries = 0; tries < 100; tries += 1) {
      if (!(await isPostmasterOf(cluster, file.pid))) return await disown(cluster);
      if (tries === 0) process.kill(file.pid, signal);
      await pause(100);
    }
  }
  throw new LaunchFailure(
    `Another PostgreSQL (process ${file.pid}) is using ${cluster} and does not end. Stop it and start again.`,
  );
}

async function disown(cluster: string): Promise<void> {
  if ((await readPostmasterFile(cluster)) !== undefined) await disownPostmasterFile(cluster);
}

/** `cannot_connect_now`: it is there, and recovers or is on its way. */
const startingUp = '57P03';

async function answers(server: Server, url: string, deadline: number): Promise<boolean> {
  let running = true;
  void server.ended.then(() => {
    running = false;
  });
  let recovering = false;
  while (running && (recovering || performance.now() < deadline)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // Ended before it has recovered it would have to begin anew, and on a slow disk never come up.
      recovering = error instanceof pg.DatabaseError && error.code === startingUp;
      await pause(recovering ? 100 : 25);
    }
  }
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseUser]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseUser}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
