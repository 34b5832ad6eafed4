import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#launch/embedded-postgres.ts';
import { isAlive } from '#launch/postgres/postmaster-file.ts';
import { migrate } from '#platform/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server; its template database is cloned for each test file. */
    databaseUrl: string;
    template: string;
  }
}

const folderName = 'turno-test-';

// A lost test database is made again; what is measured in tests is what was decided, not what survives a power cut.
const fast = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/** One PostgreSQL for the run, with one migrated template; TEST_DATABASE_URL uses another server's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startPrivate() : { url: given, stop: async () => undefined };
  const template = `turno_template_${process.pid}`;
  try {
    await command(server.url, `DROP DATABASE IF EXISTS ${template}`, `CREATE DATABASE ${template}`);
    await migrate(databaseOf(server.url, template));
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('databaseUrl', server.url);
  project.provide('template', template);
  return async () => {
    if (given !== undefined) await command(server.url, `DROP DATABASE IF EXISTS ${template}`);
    await server.stop();
  };
}

function databaseOf(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function startPrivate(): Promise<{ url: string; stop: () => Promise<void> }> {
  await sweep();
  const dataFolder = await mkdtemp(join(tmpdir(), `${folderName}${process.pid}-`));
  const postgres = await startPostgres({ dataFolder, settings: fast });
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Removes what killed runs have left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^turno-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function command(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
