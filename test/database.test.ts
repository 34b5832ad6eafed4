import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/database.ts';

describe('the database of a test file', () => {
  let own: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [own, other] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([own.close(), other.close()]);
  });

  it('is migrated, and shares nothing with the one of another file', async () => {
    const tables = "SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'public'";
    expect((await ask(own.url, tables)).n).toBeGreaterThan(10);
    await ask(own.url, 'CREATE TABLE only_here (id int)');
    const { n } = await ask(other.url, "SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'only_here'");
    expect(n).toBe(0);
  });

  it('is used in a zone no office is in, so that a time read in the machine’s zone shows', () => {
    expect(Temporal.Now.timeZoneId()).toBe('America/Caracas');
  });
});

async function ask(url: string, statement: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}
