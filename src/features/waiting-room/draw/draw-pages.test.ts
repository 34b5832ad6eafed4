import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { addPlannerApi } from '#features/planner/index.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { buildPlanner, publish } from '#test/build-planner.ts';
import { buildRole } from '#test/build-role.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { stillRooms, waitingAccounts, waitingPerson } from '#test/room-tools.ts';
import { sliceApp, type TestBrowser, testBrowser } from '#test/slice-app.ts';
import type { Rooms } from '../turns/rooms.ts';
import { addEntriesApi } from './api/entries.api.ts';
import type { Receipt } from './receipt.ts';
import { releaseOrders } from './release-orders.ts';
import { addDraws, addDrawsAtDesk } from './routes.ts';
import { verify } from './verify.ts';

const deps = useDeps();
let app: FastifyInstance;
let rooms: Rooms;
let office: BuiltOffice;
let plannerId: number;
let operators: number[];
let planning: number;
let accounts: number[];
let made = 0;

beforeAll(async () => {
  rooms = stillRooms(deps.current);
  app = await sliceApp(deps.current, (server, its) => {
    addPlannerApi(server, its, { orders: releaseOrders(its.secrets) });
    addDraws(server, its, rooms);
    addEntriesApi(server, its, rooms);
    addDrawsAtDesk(server, its, rooms);
  });
  accounts = await waitingAccounts(deps.current, 0, 6);
});

beforeEach(async () => {
  const { db, clock } = deps.current;
  clock.set(testNow);
  made += 1;
  office = await buildOffice(db, { code: `cons-draw-${made}` });
  await sql`UPDATE planner SET published = false`.execute(db);
  plannerId = await buildPlanner(db, { officeId: office.officeId, offeringIds: [office.offeringId], horizonDays: 5 });
  await publish(db, plannerId, clock.now());
  operators = [await buildRole(db, 'operator', office.officeId), await buildRole(db, 'officer', office.officeId)];
  planning = await buildRole(db, 'planner-manager', office.officeId);
});

const later = async (text: string) => {
  deps.current.clock.set(text);
  await rooms.pulse();
};

/** Sessions end with the days that pass: everybody logs in anew. */
async function bearer(accountId: number): Promise<{ authorization: string }> {
  const { db, clock, secrets } = deps.current;
  const { token } = await createSession(db, { accountId, now: clock.now(), secrets });
  return { authorization: `Bearer ${token}` };
}

const desks = () => Promise.all(operators.map((account) => testBrowser(app, deps.current, account)));

async function plan(more: object = {}) {
  const response = await app.inject({
    method: 'POST',
    url: `/api/v1/offices/${office.officeCode}/releases`,
    headers: await bearer(planning),
    payload: {
      planner: plannerId,
      firstDay: '2027-02-01',
      lastDay: '2027-02-03',
      seats: 2,
      opensAt: '2026-12-03T18:00:00Z',
      order: 'draw',
      joinsAt: '2026-11-23T09:00:00Z',
      ...more,
    },
  });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

/** A planned draw that people may join. */
async function joining(more: object = {}): Promise<string> {
  const { status, body } = await plan(more);
  expect(status).toBe(201);
  const [release] = (body as { items: { id: string }[] }).items;
  await later('2026-11-23T09:00:01Z');
  return release?.id ?? '';
}

async function enter(code: string, at: number, payload: object = {}) {
  const headers = await bearer(accounts[at] ?? 0);
  const { givenName, familyName, birthDate, codiceFiscale } = waitingPerson(at);
  const people = [{ givenName, familyName, birthDate: birthDate.toString(), codiceFiscale }];
  const url = `/api/v1/releases/${code}/entries`;
  const response = await app.inject({ method: 'POST', url, headers, payload: { people, ...payload } });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

const page = async (browser: TestBrowser, url: string) => (await browser.get(url)).body.replaceAll(/\s+/g, ' ');
const proofOf = async (code: string) => (await app.inject(`/api/v1/releases/${code}/proof`)).json<unknown>();

describe('a draw, from the plan to the check', () => {
  it('is promised, joined, closed, drawn with a public value by two operators, and found correct', async () => {
    const code = await joining();
    const anybody = await testBrowser(app, deps.current);
    expect(await page(anybody, `/draws/${code}`)).toContain('Le adesioni sono aperte');
    const entries = await Promise.all([0, 1, 2].map((at) => enter(code, at)));
    expect(entries.map(({ status }) => status)).toEqual([201, 201, 201]);
    const again = await enter(code, 1);
    expect(again.body).toMatchObject({
      ticket: entries[1]?.body['ticket'] as string,
      state: 'waiting',
      position: null,
    });
    const { receipt, ticket } = entries[0]?.body as unknown as {
      receipt: Receipt;
      ticket: string;
    };
    const kept = await app.inject(`/api/v1/releases/${code}/entries/${ticket}`);
    expect(kept.json()).toEqual(receipt);

    let [desk, other] = (await desks()) as [TestBrowser, TestBrowser];
    const base = `/office/${office.officeCode}/releases/${code}/draw`;
    expect((await desk.get(`${base}/enter`)).statusCode).toBe(200);
    const wrong = await desk.post(`${base}/enter`, { channel: 'phone', party: '1' });
    expect(wrong.statusCode).toBe(422);
    const person = {
      'people.0.givenName': 'Rosa',
      'people.0.familyName': 'Verdi',
      'people.0.birthDate': '12/03/1950',
      'people.0.birthPlace': 'Milano',
    };
    const entered = await desk.post(`${base}/enter`, { channel: 'phone', party: '1', ...person });
    expect([entered.statusCode, entered.headers.location]).toEqual([303, `${base}/tickets/4`]);
    expect(await page(desk, `${base}/tickets/4`)).toContain('Rosa Verdi');
    expect((await desk.post(`${base}/enter`, { channel: 'phone', party: '1', ...person })).statusCode).toBe(409);

    await later('2026-11-30T11:00:01Z');
    expect(await page(anybody, `/draws/${code}`)).toContain('L’ordine si saprà con il valore pubblico');
    await later('2026-12-02T19:00:00Z');
    [desk, other] = (await desks()) as [TestBrowser, TestBrowser];
    expect(await page(desk, base)).toContain('Leggilo alla fonte');
    expect((await desk.post(base, { value: '1 2 3' })).statusCode).toBe(422);
    expect((await desk.post(base, { value: '11 22 33 44 55 66' })).headers.location).toBe(`${base}?done=first`);
    expect((await desk.post(base, { value: '11 22 33 44 55 66' })).statusCode).toBe(409);
    const secret = await page(other, base);
    expect(secret).toContain('Un collega l’ha già scritto');
    expect(secret).not.toMatch(/11\D22\D33/);
    await other.post(base, { value: '11 22 33 44 55 67' });
    for (const browser of [desk, other]) expect(await page(browser, base)).toContain('11-22-33-44-55-67');
    await desk.post(base, { value: '11 22 33 44 55 66' });
    expect((await other.post(base, { value: '66-55-44-33-22-11' })).headers.location).toBe(`${base}?done=agreed`);

    const proof = await proofOf(code);
    expect(verify(proof, { receipt })).toMatchObject({ ok: true, result: 'correct' });
    const shown = await page(anybody, `/draws/${code}?ticket=4`);
    for (const words of ['Corretto', '11-22-33-44-55-66', 'Il numero 4 ha il posto']) expect(shown).toContain(words);
    expect(await page(anybody, `/draws/${code}?ticket=99`)).toContain('In elenco non c’è');
    const told = (await app.inject(`/api/v1/offices/${office.officeCode}/services/passport/releases`)).json<{
      items: object[];
    }>();
    expect(told.items.find((item) => 'id' in item && item.id === code)).toMatchObject({
      order: 'draw',
      participants: 4,
    });
  });

  it('says that it is correct if the office kept its seed secret, where the office switched mixing off, and why', async () => {
    const code = await joining({ mixing: { off: true, reason: 'Il sorteggio è domani' } });
    await enter(code, 3);
    const anybody = await testBrowser(app, deps.current);
    expect(await page(anybody, `/draws/${code}`)).toContain('Il sorteggio è domani');
    await later('2026-12-03T18:00:01Z');
    expect(await page(anybody, `/draws/${code}`)).toContain('Corretto, se la sede ha tenuto segreto il suo seme');
    expect(verify(await proofOf(code))).toMatchObject({ result: 'correct-if-seed-kept' });
  });

  it('is told to be late, once, where nobody enters the public value', async () => {
    const code = await joining();
    await enter(code, 4);
    await later('2026-11-30T11:00:01Z');
    await later('2026-12-03T09:00:00Z');
    await later('2026-12-03T09:00:01Z');
    const { rows } = await sql<{ kind: string }>`
      SELECT payload ->> 'kind' AS kind FROM outbox WHERE payload ->> 'kind' LIKE 'draw-%'
        AND (payload ->> 'roomId')::int = (SELECT id FROM room WHERE code = ${code}) ORDER BY id`.execute(
      deps.current.db,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['draw-fixed', 'draw-late']);
    expect(await page(await testBrowser(app, deps.current), `/draws/${code}`)).toContain(
      'Il valore pubblico è in ritardo',
    );
  });

  it('is called off with its release, before its draw', async () => {
    const code = await joining();
    await enter(code, 5);
    const url = `/api/v1/offices/${office.officeCode}/releases/${code}`;
    const gone = await app.inject({ method: 'DELETE', url, headers: await bearer(planning) });
    expect(gone.statusCode).toBe(204);
    expect(await page(await testBrowser(app, deps.current), `/draws/${code}`)).toContain('La sede ha annullato');
  });

  it('is planned only with times and values that can be fair', async () => {
    const wrong = async (more: object) => {
      const { status, body } = await plan(more);
      return [
        status,
        (body as { errors?: { field: string; reason: string }[] }).errors?.map(
          ({ field, reason }) => `${field} ${reason}`,
        ),
      ];
    };
    const value = { it: 'Prova', day: '2026-12-01', source: 'qui', form: { kind: 'digits', length: 10 } };
    expect(await wrong({ joinsAt: '2026-11-22T09:00:00Z' })).toEqual([422, ['joinsAt joins-in-the-past']]);
    expect(await wrong({ closesAt: '2026-11-23T08:00:00Z' })).toEqual([422, ['closesAt closes-before-joining']]);
    expect(await wrong({ closesAt: '2026-12-01T00:00:00Z', mixing: value })).toEqual([
      422,
      ['mixing.day value-before-closing'],
    ]);
    expect(await wrong({ mixing: { ...value, form: { kind: 'digits', length: 5 } } })).toEqual([
      422,
      ['mixing.form too-few-outcomes'],
    ]);
    expect(await wrong({ mixing: { ...value, day: '2026-12-05' } })).toEqual([422, ['opensAt opens-before-value']]);
    expect(await wrong({ opensAt: ['2026-12-03T18:00:00Z', '2026-12-04T18:00:00Z'] })).toEqual([
      422,
      ['opensAt one-moment'],
    ]);
    expect((await wrong({ mixing: { off: true, reason: '' } }))[0]).toBe(422);
  });

  it('answers 404 for releases without a draw, and 403 to whoever works elsewhere', async () => {
    for (const url of ['/draws/none', '/api/v1/releases/none/proof', '/api/v1/releases/none/entries/none'])
      expect((await app.inject(url)).statusCode).toBe(404);
    const code = await joining();
    const stranger = await testBrowser(app, deps.current, accounts[0]);
    expect((await stranger.get(`/office/${office.officeCode}/releases/${code}/draw`)).statusCode).toBe(403);
  });
});
