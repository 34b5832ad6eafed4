import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addHoldsApi } from '../api/holds.api.ts';
import { mostSeats } from './hold-brake.ts';
import { createSeatEngine } from '../seats/engine.ts';

const deps = useDeps();
let app: FastifyInstance;

beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => addHoldsApi(server, all, createSeatEngine(all.pool)));
  await buildOffice(deps.current.db, { code: 'cons-brake', capacity: 20_000 });
});
afterAll(() => app.close());

const payload = { office: 'cons-brake', service: 'passport', earliest: true };

async function holdFrom(remoteAddress: string, headers: Record<string, string> = {}): Promise<number> {
  return (await app.inject({ method: 'POST', url: '/api/v1/holds', remoteAddress, headers, payload })).statusCode;
}

function crowd(many: number, remoteAddress: string, headers?: () => Record<string, string>): Promise<number[]> {
  return Promise.all(Array.from({ length: many }, () => holdFrom(remoteAddress, headers?.())));
}

it('a hall full of people behind one address holds seats; beyond that they log in first, and others go on', async () => {
  const { db, clock, secrets } = deps.current;
  const browser = () => ({ 'hold-secret': randomBytes(24).toString('base64url') });
  expect(new Set(await crowd(mostSeats.network, '2001:db8:1:200::1', browser))).toEqual(new Set([201]));
  expect(await holdFrom('2001:db8:1:2ff:ffff::1')).toBe(401);
  expect(await holdFrom('2001:db8:1:300::1')).toBe(201);
  expect(await holdFrom('203.0.113.7')).toBe(201);
  const accountId = await buildAccount(db, 'reader@prova.example');
  const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
  expect(await holdFrom('2001:db8:1:200::1', { authorization: `Bearer ${token}` })).toBe(201);
  clock.advance({ minutes: 10 });
  expect(await holdFrom('2001:db8:1:200::1')).toBe(201);
});

it('a program with one browser’s secret is asked to log in, one with one account is slowed and told for how long', async () => {
  const { db, clock, secrets } = deps.current;
  const secret = randomBytes(24).toString('base64url');
  const before = await crowd(mostSeats.browser + 5, '198.51.100.1', () => ({ 'hold-secret': secret }));
  expect(before.filter((status) => status === 401)).toHaveLength(5);
  const accountId = await buildAccount(db, 'bot@prova.example');
  const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
  const headers = { authorization: `Bearer ${token}` };
  const after = await crowd(mostSeats.account + 5, '198.51.100.2', () => headers);
  expect(after.filter((status) => status === 429)).toHaveLength(5);
  const refused = await app.inject({ method: 'POST', url: '/api/v1/holds', headers, payload });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['ratelimit-limit']).toBe(String(mostSeats.account));
});
