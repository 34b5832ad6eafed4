import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../app.ts';
import { block } from './blocks/block.ts';
import { restrictionLink } from './restriction-link.ts';

const deps = useDeps();
let app: FastifyInstance;
beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());

it('the link about a block opens that alone, and tells no other page of itself, whatever the answer', async () => {
  const { db, secrets, clock } = deps.current;
  const accountId = await buildAccount(db, 'link@prova.example');
  const { officeId } = await buildOffice(db);
  const place = { id: officeId, timeZone: 'Europe/London' };
  const operatorId = await buildRole(db, 'officer', officeId);
  const wish = { accountId, place, operatorId, lastDay: null, reason: 'Prova', now: clock.now() };
  const blocked = await transact(db, (tx) => block(tx, secrets, { ...wish, kind: 'abuse' }));
  const link = restrictionLink(secrets, blocked.ok ? blocked.blockId : 0);
  const stranger = await testBrowser(app, deps.current);
  const answers = [await stranger.get(link), await stranger.post(link, { text: '' })];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 422]);
  for (const { headers } of answers)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  for (const content of [['waiting', '1', 9e9], ['manage', 'ABCD2345', 9e9], ['help', 1], 1, null]) {
    const other = secrets.sign('link', JSON.stringify(content));
    expect((await stranger.get(`/restrictions/l/${other}`)).statusCode).toBe(404);
    if (Array.isArray(content) && content[0] !== 'waiting')
      expect((await stranger.get(`/l/waiting/${other}`)).statusCode).toBe(404);
  }
});
