import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addPlannerApi } from './routes.ts';

const deps = useDeps();
let app: FastifyInstance;
let token: string;
let account: number;
let office: BuiltOffice;

const rule = { validFrom: '2026-11-23', weekdays: [1, 2], starts: '09:00', ends: '10:00', minutes: 20, desks: 2 };
const planner = { name: 'Sportello', services: ['passport'], horizonDays: 14, rules: [rule] };

beforeAll(async () => {
  const { db, clock, secrets } = deps.current;
  app = await sliceApp(deps.current, addPlannerApi);
  account = await buildAccount(db, 'manager@prova.example');
  ({ token } = await createSession(db, { accountId: account, now: clock.now(), secrets }));
});

beforeEach(async () => {
  const { db } = deps.current;
  office = await buildOffice(db);
  await sql`DELETE FROM slot WHERE planner_id = ${office.plannerId}`.execute(db);
  await sql`DELETE FROM planner WHERE id = ${office.plannerId}`.execute(db);
  await sql`DELETE FROM account_role`.execute(db);
  await sql`INSERT INTO account_role VALUES (${account}, 'office-admin', ${office.officeId})`.execute(db);
  app.sessions.forget(token);
});

async function call(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await app.inject({
    method,
    url: `/api/v1/offices/${office.officeCode}/${path}`,
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'it', ...headers },
    ...(body ? { payload: body } : {}),
  });
  const answer: Record<string, unknown> = response.body === '' ? {} : response.json();
  const errors = ((answer['errors'] ?? []) as { field: string; reason: string }[]).map(
    (error) => `${error.field} ${error.reason}`,
  );
  return { status: response.statusCode, body: answer, errors };
}

describe('planners over HTTP', () => {
  it('are made, published, previewed, changed, taken off and listed', async () => {
    const made = await call('POST', 'planners', planner);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Sportello',
      services: ['passport'],
      published: false,
      edited: true,
      rules: [{ ...rule, validTo: null, breaks: [] }],
    });
    const path = `planners/${String(made.body['id'])}`;
    expect((await call('POST', `${path}/preview`)).body).toEqual({
      made: 18,
      changed: 0,
      withdrawn: 0,
      keptTaken: 0,
      bookings: [],
    });
    expect((await call('PUT', path, { ...planner, published: true })).body).toMatchObject({
      published: true,
      edited: false,
    });
    expect((await call('POST', `${path}/preview`, { rules: [{ ...rule, weekdays: [1] }] })).body).toMatchObject({
      withdrawn: 9,
    });
    expect((await call('DELETE', path)).body).toMatchObject({
      status: 409,
      type: expect.stringMatching(/planner-in-use$/) as string,
    });
    expect((await call('PUT', path, { ...planner, published: false })).body).toMatchObject({ published: false });
    expect((await call('GET', 'planners')).body['items']).toHaveLength(1);
    expect((await call('GET', path)).body).toMatchObject({ name: 'Sportello' });
  });

  it('leave a trace of who did what, as on the pages', async () => {
    const { body } = await call('POST', 'planners', { ...planner, published: true });
    const path = `planners/${String(body['id'])}`;
    await call('PUT', path, { ...planner, published: false });
    await call('PUT', path, { ...planner, published: false });
    await call('DELETE', path);
    const { rows } = await sql<{ action: string; mine: boolean }>`
      SELECT action, account_id = ${account} AND subject = ${`planner:${String(body['id'])}`} AS mine FROM audit_entry
      WHERE office_id = ${office.officeId} ORDER BY id`.execute(deps.current.db);
    expect(rows.every((row) => row.mine)).toBe(true);
    expect(rows.map((row) => row.action)).toEqual([
      'create-planner',
      'replace-opening-rules',
      'publish-planner',
      'replace-opening-rules',
      'unpublish-planner',
      'replace-opening-rules',
    ]);
  });

  it('can be deleted before they had a seat', async () => {
    const { body } = await call('POST', 'planners', planner);
    expect((await call('DELETE', `planners/${String(body['id'])}`)).status).toBe(204);
    expect((await call('GET', `planners/${String(body['id'])}`)).status).toBe(404);
  });

  it('are made once for one idempotency key', async () => {
    const once = { 'idempotency-key': `make-${office.officeCode}` };
    const [first, second] = [
      await call('POST', 'planners', planner, once),
      await call('POST', 'planners', planner, once),
    ];
    expect(second).toEqual(first);
    expect((await call('GET', 'planners')).body['items']).toHaveLength(1);
    expect((await call('POST', 'planners', { ...planner, name: 'Altro' }, once)).status).toBe(422);
  });

  it('say which field is wrong', async () => {
    const wrong = async (more: object) => (await call('POST', 'planners', { ...planner, ...more })).errors;
    expect(await wrong({ services: ['passport', 'nothing'] })).toEqual(['services.1 unknown-service']);
    expect(await wrong({ rules: [rule, { ...rule, minutes: 15 }] })).toEqual(['rules.1.minutes other-minutes']);
    expect(await wrong({ rules: [rule, { ...rule, starts: '09:10' }] })).toEqual(['rules.1.starts other-starts']);
    expect(await wrong({ rules: [{ ...rule, ends: '08:00' }] })).toEqual(['rules.0.ends before-start']);
    expect(await wrong({ rules: [{ ...rule, breaks: [{ starts: '09:00', ends: '12:00' }] }] })).toContain(
      'rules.0.breaks.0.starts outside',
    );
    expect(await wrong({ rules: [{ ...rule, minutes: 90 }] })).toEqual(['rules.0.minutes no-slot']);
    expect(await wrong({ rules: [{ ...rule, starts: '9' }] })).toEqual(['rules.0.starts time']);
    expect(await wrong({ rules: [{ ...rule, validFrom: '0000-01-01' }] })).toEqual(['rules.0.validFrom date']);
    expect(await wrong({ horizonDays: 0 })).toEqual(['horizonDays out-of-range']);
    expect(await wrong({ rules: [], published: true })).toEqual(['rules no-rules']);
    expect((await call('GET', 'planners')).body['items']).toEqual([]);
  });

  it('are nobody else’s business', async () => {
    for (const [method, path, body] of [
      ['GET', 'planners'],
      ['POST', 'planners', planner],
      ['POST', 'planners', {}],
      ['GET', 'closures'],
      ['POST', 'closures', { firstDay: '2026-11-23', reason: { it: 'x', en: 'x' } }],
      ['DELETE', 'closures/1'],
    ] as const) {
      expect((await call(method, path, body, { authorization: 'Bearer nobody' })).status).toBe(401);
      const other = await buildOffice(deps.current.db);
      const mine = office;
      office = other;
      expect((await call(method, path, body)).status).toBe(403);
      office = mine;
    }
  });
});

describe('closures over HTTP', () => {
  it('are added, listed and removed, and take seats away and give them back', async () => {
    await call('POST', 'planners', { ...planner, published: true });
    const reason = { it: 'Assemblea', en: 'Meeting' };
    const made = await call('POST', 'closures', { firstDay: '2026-11-23', reason });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      firstDay: '2026-11-23',
      lastDay: '2026-11-23',
      starts: null,
      reason,
      withdrawn: 3,
      bookings: [],
    });
    expect((await call('POST', 'closures', { firstDay: '2026-11-23', reason })).errors).toEqual([
      'firstDay already-closed',
    ]);
    expect((await call('GET', 'closures')).body['items']).toHaveLength(1);
    expect((await call('DELETE', `closures/${String(made.body['id'])}`)).status).toBe(204);
    const { rows } = await sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM slot WHERE day = '2026-11-23' AND open`.execute(deps.current.db);
    expect(rows[0]?.n).toBeGreaterThanOrEqual(3);
    expect((await call('POST', 'closures', { firstDay: '2026-11-23', lastDay: '2026-11-01', reason })).errors).toEqual([
      'lastDay before-start',
    ]);
    expect((await call('POST', 'closures', { firstDay: '2026-11-23', starts: '09:00', reason })).errors).toEqual([
      'ends required',
    ]);
    expect((await call('POST', 'closures', { firstDay: '2026-11-23', planner: 424242, reason })).errors).toEqual([
      'planner unknown-planner',
    ]);
  });

  it.each([
    [{ firstDay: 'tomorrow' }, ['firstDay date']],
    [{ firstDay: '2026-11-23', lastDay: '2026-02-30' }, ['lastDay date']],
    [{ firstDay: '2026-11-23', planner: 1e12 }, ['planner out-of-range']],
    [{ firstDay: '2026-11-21' }, ['firstDay past']],
    [
      { firstDay: '2026-11-23', lastDay: '2027-11-24', starts: '09:00', ends: '08:00' },
      ['lastDay too-far', 'ends before-start'],
    ],
  ])('refuse %o', async (closure, errors) => {
    const answer = await call('POST', 'closures', { ...closure, reason: { it: 'x', en: 'x' } });
    expect([answer.status, answer.errors]).toEqual([422, errors]);
  });

  it('are removed once for one idempotency key', async () => {
    const reason = { it: 'Assemblea', en: 'Meeting' };
    const made = await call('POST', 'closures', { firstDay: '2026-11-23', reason });
    const path = `closures/${String(made.body['id'])}`;
    const key = { 'idempotency-key': 'open-again' };
    expect((await call('DELETE', path, undefined, key)).status).toBe(204);
    expect((await call('DELETE', path, undefined, key)).status).toBe(204);
    expect((await call('DELETE', path)).status).toBe(404);
  });
});
