import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OrderTold } from '#features/planner/index.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addFeeds } from './feed.route.ts';
import { escaped } from './rss.ts';

interface Told {
  free: number;
  days: { free: number }[];
}

const deps = useDeps();
let app: FastifyInstance;
let office: BuiltOffice;
let code = '';
let asked = 0;

beforeAll(async () => {
  const hooks = {
    orders: { told: async () => new Map<string, OrderTold>() },
    roomOver: () => {
      asked += 1;
      return undefined;
    },
  };
  app = await sliceApp(deps.current, (server) => addFeeds(server, deps.current, hooks));
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await buildOffice(deps.current.db, { slots: 3, capacity: 2 });
  const { rows } = await sql<{ code: string }>`SELECT code FROM office WHERE id = ${office.officeId}`.execute(
    deps.current.db,
  );
  code = rows[0]?.code ?? '';
});

const json = (headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1/feed?office=${code}&service=passport`, headers });

it('tells free seats by day as counts, cached to the second, and nothing of anybody', async () => {
  const first = await json();
  expect(first.statusCode).toBe(200);
  expect(first.headers['cache-control']).toBe('public, max-age=1');
  expect(first.cookies).toEqual([]);
  const body = first.json<Told>();
  expect(body).toMatchObject({ office: code, service: 'passport', free: 6, room: null });
  expect(body.days.reduce((sum, { free }) => sum + free, 0)).toBe(6);
  await sql`UPDATE slot SET taken = 1 WHERE id = ${office.slots[0] ?? ''}`.execute(deps.current.db);
  expect((await json()).json()).toMatchObject({ free: 6 });
  deps.current.clock.advance({ seconds: 1 });
  expect((await json()).json()).toMatchObject({ free: 5 });
});

it('asks the database once a second however many ask', async () => {
  const before = asked;
  await Promise.all(Array.from({ length: 50 }, () => json()));
  expect(asked - before).toBe(1);
});

it('keeps its mark while nothing changes, and answers 304', async () => {
  const first = await json();
  const etag = String(first.headers.etag);
  const modified = String(first.headers['last-modified']);
  deps.current.clock.advance({ seconds: 5 });
  expect((await json({ 'if-none-match': etag })).statusCode).toBe(304);
  expect((await json({ 'if-modified-since': modified })).statusCode).toBe(304);
  await sql`UPDATE slot SET taken = 1 WHERE id = ${office.slots[0] ?? ''}`.execute(deps.current.db);
  deps.current.clock.advance({ seconds: 1 });
  expect((await json({ 'if-none-match': etag })).statusCode).toBe(200);
  expect((await json({ 'if-modified-since': modified })).statusCode).toBe(200);
});

it('is RSS as well, in the language asked for', async () => {
  const answer = await app.inject(`/feeds/${code}/passport.xml?in=en`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  const channel = parse(answer.body).querySelector('channel');
  expect(channel?.querySelector('title')?.text).toContain('Free seats');
  const items = channel?.querySelectorAll('item') ?? [];
  expect(items).toHaveLength(1);
  expect(items[0]?.querySelector('title')?.text).toMatch(/^6 free seats: /);
  expect(new Set(items.map((item) => item.querySelector('guid')?.text)).size).toBe(items.length);
  expect((await app.inject(`/feeds/${code}/passport.xml`)).body).toContain('Posti liberi');
});

it('says nothing of seats by invitation, and 404 for what there is not', async () => {
  await sql`UPDATE offering SET invite_only = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
  expect((await json()).json()).toMatchObject({ inviteOnly: true, free: 0, days: [] });
  for (const url of ['/api/v1/feed?office=none&service=passport', `/feeds/${code}/none.xml`, `/feeds/${code}/passport`])
    expect((await app.inject(url)).statusCode).toBe(404);
  expect((await app.inject('/api/v1/feed?office=none')).statusCode).toBe(422);
});

it('writes whatever a name holds as XML', () => {
  expect(escaped('Ufficio «A&B» <1> "x"\u0000\u000B\uFFFF')).toBe('Ufficio «A&amp;B» &lt;1&gt; &quot;x&quot;');
});
