import type { FastifyInstance, InjectOptions } from 'fastify';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { createDb, createPool } from '#platform/database.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from './app.ts';

const deps = useDeps();
const deskReads = new Set<string>();
let app: FastifyInstance;
let publicPool: pg.Pool;
let taken: pg.PoolClient;
let office: BuiltOffice;
let token: string;

/** The public takes every connection that it can have, and gives none back. */
beforeAll(async () => {
  const { db, config, clock, secrets } = deps.current;
  office = await buildOffice(db, { slots: 4 });
  const accountId = await buildRole(db, 'network-admin', null);
  ({ token } = await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets })));
  publicPool = createPool(config.databaseUrl ?? '', { max: 1, name: 'turno-test-public', onError: () => undefined });
  app = await createApp(
    { ...deps.current, pool: publicPool, db: createDb(publicPool) },
    {
      office: deps.current,
      onRoute: (route) => {
        if (route.config?.load === 'desk' && route.method === 'GET') deskReads.add(route.url);
      },
    },
  );
  await app.ready();
  taken = await publicPool.connect();
});
afterAll(async () => {
  taken.release();
  await app.close();
  await publicPool.end();
});

const waiting = Symbol('waiting');

async function ask(options: InjectOptions): Promise<number | typeof waiting> {
  const late = Promise.withResolvers<typeof waiting>();
  const timer = setTimeout(() => late.resolve(waiting), 3_000);
  const headers = { authorization: `Bearer ${token}`, accept: 'text/html' };
  const answer = app.inject({ headers, ...options }).then(({ statusCode }) => statusCode);
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}

describe('while the public uses every database connection that it may', () => {
  it('the public waits', async () => {
    expect(await ask({ url: `/offices/${office.officeCode}` })).toBe(waiting);
  });

  it('an operator books for somebody at the desk', async () => {
    const payload = {
      service: 'passport',
      slot: office.slots[0],
      channel: 'desk',
      people: [{ givenName: 'Ada', familyName: 'Prova', birthDate: '1980-05-05', relationship: 'self' }],
      privacyAccepted: true,
    };
    const url = `/api/v1/offices/${office.officeCode}/bookings`;
    expect(await ask({ method: 'POST', url, payload })).toBe(201);
  });

  it('every page and every call of those who work is answered', { timeout: 60_000 }, async () => {
    expect(deskReads.size).toBeGreaterThan(80);
    const held: string[] = [];
    for (const route of deskReads) {
      const url = route
        .replace(':office', office.officeCode)
        .replace(':service', 'passport')
        .replace(':planner', String(office.plannerId))
        .replaceAll(/:\w+/g, '1');
      const status = await ask({ url });
      if (status === waiting || status >= 500) held.push(`${route}: ${String(status)}`);
    }
    expect(held).toEqual([]);
  });
});
