import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';
import { mostBeforeLogin } from '../hold-brake.ts';

const deps = useDeps();
let app: FastifyInstance;

beforeAll(async () => {
  app = await createApp(deps.current);
  await buildOffice(deps.current.db, { code: 'cons-brake', capacity: 2000 });
});
afterAll(() => app.close());

async function holdFrom(remoteAddress: string, headers: Record<string, string> = {}): Promise<number> {
  const payload = { office: 'cons-brake', service: 'passport', earliest: true };
  return (await app.inject({ method: 'POST', url: '/api/v1/holds', remoteAddress, headers, payload })).statusCode;
}

it('one address holds sixty seats without login, then logs in first; others and who is logged in go on', async () => {
  const { db, clock, secrets } = deps.current;
  const crowd = await Promise.all(
    Array.from({ length: mostBeforeLogin }, (_, n) => holdFrom(`2001:db8:1:2::${n + 1}`)),
  );
  expect(new Set(crowd)).toEqual(new Set([201]));
  expect(await holdFrom('2001:db8:1:2:ffff::1')).toBe(401);
  expect(await holdFrom('2001:db8:1:3::1')).toBe(201);
  expect(await holdFrom('203.0.113.7')).toBe(201);
  const accountId = await buildAccount(db, 'reader@prova.example');
  const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
  expect(await holdFrom('2001:db8:1:2::1', { authorization: `Bearer ${token}` })).toBe(201);
  clock.advance({ minutes: 10 });
  expect(await holdFrom('2001:db8:1:2::1')).toBe(201);
});
