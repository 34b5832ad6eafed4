import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildAccount, buildOffice } from '#test/build-office.ts';
import { buildPlanner, publish } from '#test/build-planner.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addPlannerApi } from './routes.ts';

const deps = useDeps();
let app: FastifyInstance;
let plannerId: number;
let token: string;

beforeAll(async () => {
  const { db, clock, secrets } = deps.current;
  app = await sliceApp(deps.current, addPlannerApi);
  const office = await buildOffice(db, { code: 'cons-lima', zone: 'America/Lima' });
  await sql`UPDATE planner SET published = false`.execute(db);
  plannerId = await buildPlanner(db, { officeId: office.officeId, offeringIds: [office.offeringId], horizonDays: 5 });
  await publish(db, plannerId, clock.now());
  const accountId = await buildAccount(db, 'manager@prova.example');
  await sql`INSERT INTO account_role (account_id, role, office_id) VALUES (${accountId}, 'planner-manager', ${office.officeId})`.execute(
    db,
  );
  ({ token } = await createSession(db, { accountId, now: clock.now(), secrets }));
});

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await app.inject({
    method,
    url: `/api/v1/offices/cons-lima${path}`,
    headers,
    ...(payload && { payload }),
  });
  return { status: response.statusCode, body: response.body === '' ? null : response.json<Record<string, unknown>>() };
}

const far = { firstDay: '2027-02-01', lastDay: '2027-02-03' };

describe('POST /offices/{office}/releases', () => {
  it('opens seats now, on a schedule and in a drip, and tells them to everybody', async () => {
    const now = await call('POST', '/releases', { planner: plannerId, ...far, lastDay: '2027-02-01', seats: 2 });
    expect(now).toMatchObject({ status: 201, body: { items: [{ planner: plannerId, seats: 2 }] } });
    const schedule = ['2026-11-24T18:00:00-05:00', '2026-11-25T18:00:00-05:00'];
    const planned = await call('POST', '/releases', { service: 'passport', ...far, seats: 4, opensAt: schedule });
    expect(planned.body?.['items']).toMatchObject([
      { opensAt: '2026-11-24T18:00:00-05:00', seats: 4 },
      { opensAt: '2026-11-25T18:00:00-05:00', seats: 4 },
    ]);
    const drip = { seats: 2, everyMinutes: 60, from: '09:00', until: '20:00', clock: 'rome' };
    const dripped = await call('POST', '/releases', {
      planner: plannerId,
      ...far,
      opensAt: '2026-11-26T00:00:00-05:00',
      drip,
    });
    // 09:00 in Rome is 03:00 in Lima.
    expect(dripped.body?.['items']).toMatchObject([{ opensAt: '2026-11-26T03:00:00-05:00', seats: 8 }]);
    const { body } = await call('GET', '/services/passport/releases');
    const items = (body?.['items'] ?? []) as { kind: string; order: string; soldOutAt: unknown; date: string }[];
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['manual', 'batch', 'drip', 'rolling']));
    expect(items.every(({ order, soldOutAt }) => order === 'first-come' && soldOutAt === null)).toBe(true);
    const ids = (planned.body?.['items'] as { id: string }[]).map(({ id }) => id);
    expect((await call('DELETE', `/releases/${ids[0] ?? ''}`)).status).toBe(204);
    expect((await call('DELETE', `/releases/${ids[0] ?? ''}`)).status).toBe(404);
    expect((await call('DELETE', `/releases/${(now.body?.['items'] as { id: string }[])[0]?.id ?? ''}`)).status).toBe(
      409,
    );
  });

  it.each([
    [{ ...far }, 'planner', 'required'],
    [{ service: 'cie', ...far }, 'service', 'unknown-service'],
    [{ planner: 999_999, ...far }, 'planner', 'unknown-planner'],
    [{ service: 'passport', firstDay: '2027-02-03', lastDay: '2027-02-01' }, 'lastDay', 'date-order'],
    [{ service: 'passport', ...far, opensAt: '2026-01-01T00:00:00Z' }, 'opensAt', 'in-the-past'],
    [{ service: 'passport', ...far, opensAt: 'domani' }, 'opensAt', 'invalid'],
    [{ service: 'passport', firstDay: '2026-11-23', lastDay: '2026-11-23' }, 'firstDay', 'no-seats'],
    [{ service: 'passport', firstDay: '2031-02-01', lastDay: '2031-02-01' }, 'lastDay', 'beyond-slots'],
    [{ service: 'passport', ...far, seats: 0 }, 'seats', 'out-of-range'],
  ])('refuses %j with what is wrong', async (payload, field, reason) => {
    const { status, body } = await call('POST', '/releases', payload);
    expect(status).toBe(422);
    expect(body?.['errors']).toMatchObject([{ field, reason }]);
  });
});

describe('a planner’s release rule', () => {
  it('is set and told by the planners’ calls, and left alone by those that do not name it', async () => {
    const planner = { name: 'Sportello', services: ['passport'], horizonDays: 30 };
    const releaseRule = { kind: 'rolling', clock: 'rome', weekdays: [1, 2, 3, 4, 7], time: '00:00', spreadMinutes: 60 };
    const made = await call('PUT', `/planners/${plannerId}`, { ...planner, releaseRule });
    expect(made).toMatchObject({ status: 200, body: { releaseRule, returnedSeats: { seats: 'at-once' } } });
    expect(JSON.stringify(made.body)).not.toContain('seed');
    const returnedSeats = { seats: 'random', minMinutes: 10, maxMinutes: 90 };
    const again = await call('PUT', `/planners/${plannerId}`, { ...planner, returnedSeats });
    expect(again.body).toMatchObject({ releaseRule, returnedSeats });
    const days = await call('GET', '/services/passport/days');
    expect(days.body).toHaveProperty('nextReleaseBy');
    const wrong = await call('PUT', `/planners/${plannerId}`, {
      ...planner,
      releaseRule: { kind: 'weekly', moments: [] },
    });
    expect(wrong.status).toBe(422);
  });
});
