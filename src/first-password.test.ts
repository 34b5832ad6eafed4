import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from './app.ts';

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let browser: TestBrowser;
let authorization = '';

beforeAll(async () => {
  const { current } = deps;
  app = await createApp(current);
  office = await buildOffice(current.db);
  const accountId = await buildAccount(current.db, 'nuova.collega@prova.example');
  await current.pool.query('UPDATE account SET must_change_password = true WHERE id = $1', [accountId]);
  await current.pool.query(
    "INSERT INTO account_role VALUES ($1, 'office-admin', $2), ($1, 'operator', $2), ($1, 'network-admin', NULL)",
    [accountId, office.officeId],
  );
  browser = await testBrowser(app, current, accountId);
  const { db, clock, secrets } = current;
  const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
  authorization = `Bearer ${token}`;
});
afterAll(() => app.close());

describe('whoever was given a first password', () => {
  it('sees no page of an office or of the network before choosing another, and is led back afterwards', async () => {
    const desk = `/office/${office.officeCode}`;
    const pages = [
      '/office',
      '/network',
      ...['agenda', 'bookings/new', 'planners', 'closures', 'to-do'].map((page) => `${desk}/${page}`),
    ];
    for (const url of pages) {
      const answer = await browser.get(url);
      expect([url, answer.statusCode, answer.headers.location]).toEqual([
        url,
        303,
        `/profile/password?next=${encodeURIComponent(url)}`,
      ]);
    }
  });

  it('may do nothing at an office over the API, and is told why', async () => {
    const document = (await app.inject('/api/v1/openapi.json')).json<{
      paths: Record<string, Record<string, unknown>>;
    }>();
    const reads = Object.entries(document.paths).filter(
      ([path, calls]) =>
        /^\/api\/v1\/offices\/\{office\}\/(agenda|planners|closures|bookings)$/.test(path) && 'get' in calls,
    );
    expect(reads.length).toBeGreaterThan(0);
    for (const [path] of reads) {
      const url = path.replace('{office}', office.officeCode).replace(/\{\w+\}/g, '1');
      const answer = await app.inject({ url, headers: { authorization } });
      expect([path, answer.statusCode]).toEqual([path, 403]);
      expect(answer.json<{ type: string }>().type).toMatch(/password-change-required$/);
    }
  });
});
