import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** An empty, migrated database of the caller's own: call it in `beforeAll`, close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `turno_test_${randomBytes(6).toString('hex')}`;
  await command(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
  const address = new URL(inject('databaseUrl'));
  address.pathname = `/${name}`;
  return { url: address.href, close: () => command(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function command(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
