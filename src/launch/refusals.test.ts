import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { temporaryData } from '#test/running-turno.ts';
import { databaseFailure } from './database-address.ts';
import { sentenceFor } from './failure.ts';
import { lockDataFolder } from './lock.ts';
import { claimPort } from './port.ts';
import { explain } from './postgres/cluster.ts';

describe('a start that cannot succeed says why in a sentence', () => {
  let occupied: Server;
  let port = 0;
  let data: Awaited<ReturnType<typeof temporaryData>>;
  beforeAll(async () => {
    data = await temporaryData();
    occupied = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => occupied.once('listening', resolve));
    const address = occupied.address();
    port = address !== null && typeof address === 'object' ? address.port : 0;
  });
  afterAll(async () => {
    occupied.close();
    await data.remove();
  });

  it('when the port is in use', async () => {
    await expect(claimPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is already in use`);
    expect(await claimPort('127.0.0.1', 0)).toBeGreaterThan(0);
  });

  it('when the host is no address of this machine', async () => {
    await expect(claimPort('192.0.2.1', 0)).rejects.toThrow('HOST=192.0.2.1 is not an address of this machine');
  });

  it('when another launcher has the data folder, until that one ends', async () => {
    const unlock = await lockDataFolder(data.dataFolder);
    await expect(lockDataFolder(data.dataFolder)).rejects.toThrow('Turno is already running');
    await unlock();
    await (await lockDataFolder(data.dataFolder))();
  });

  it('when the database of DATABASE_URL cannot be used, without its password', async () => {
    const url = new URL(inject('databaseUrl'));
    expect(await databaseFailure(url.href)).toBeUndefined();
    expect((await databaseFailure('mysql://somewhere'))?.message).toContain('is not an address like postgres://');
    expect((await databaseFailure('postgres://turno:hush@127.0.0.1:1/turno'))?.message).toBe(
      'The database of DATABASE_URL (127.0.0.1:1/turno) cannot be used: nothing answers there. Is PostgreSQL running, and is the port right?',
    );
    url.pathname = '/nowhere';
    expect((await databaseFailure(url.href))?.message).toContain('there is no database of that name');
    url.password = 'hush';
    expect((await databaseFailure(url.href))?.message).not.toContain('hush');
  });

  it.each([
    ['initdb: error: could not write to file "pg_wal": No space left on device', 'The disk is full'],
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'The disk is full'],
    ['could not look up effective user ID 4242: user does not exist', 'needs an account with a name'],
    ['2026-11-22 UTC [1] FATAL:  database files are incompatible with server', 'database files are incompatible'],
  ])('when PostgreSQL prints %j', (output, sentence) => {
    expect(explain(output, join(data.dataFolder, 'postgres'))).toContain(sentence);
  });

  it.each([
    ['ENOSPC', 'The disk is full'],
    ['EACCES', 'Turno may not write to /srv/turno'],
    ['EEXIST', '/srv/turno is not a folder Turno can use'],
  ])('when the system answers %s', (code, sentence) => {
    expect(sentenceFor(Object.assign(new Error('mkdir'), { code, path: '/srv/turno' }))).toContain(sentence);
  });
});
