import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/database.ts';
import { projectPath } from './root.ts';
import { dumpSchema } from './schema-dump.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('db/schema.sql', () => {
  it('is what the migrations give, so that each shows its effect', async () => {
    const [written, made] = await Promise.all([
      readFile(projectPath('db', 'schema.sql'), 'utf8').catch(() => ''),
      dumpSchema(database.url),
    ]);
    expect(written, 'A migration changed the schema. Start Turno, then write it again: npm run turno -- schema').toBe(
      made,
    );
  });

  it('would show a column, a constraint, an index, a function and a trigger that were added', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`
      ALTER TABLE country ADD COLUMN flag text DEFAULT 'none' CHECK (flag <> '');
      CREATE INDEX country_flag ON country (flag);
      CREATE FUNCTION ring() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER country_rings BEFORE UPDATE ON country FOR EACH ROW EXECUTE FUNCTION ring()`);
    await client.end();
    const made = await dumpSchema(database.url);
    expect(made).toContain(`  flag text DEFAULT 'none'::text,\n`);
    expect(made).toContain(`CONSTRAINT country_flag_check CHECK`);
    expect(made).toContain('CREATE INDEX country_flag ON ');
    expect(made).toContain('FUNCTION public.ring()');
    expect(made).toContain('CREATE TRIGGER country_rings');
  });
});
