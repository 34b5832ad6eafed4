import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { sliceApp } from '#test/slice-app.ts';
import { addPlannerApi } from './routes.ts';

const deps = useDeps();
let app: FastifyInstance;
let booking: BuiltBooking;
let token: string;

const mornings = {
  validFrom: '2026-11-23',
  weekdays: [1, 2, 3, 4, 5],
  starts: '09:00',
  ends: '11:00',
  minutes: 20,
  desks: 2,
};
const planner = { name: 'Sportello', services: ['passport'], horizonDays: 14 };

beforeAll(async () => {
  app = await sliceApp(deps.current, addPlannerApi);
});

beforeEach(async () => {
  const { db, clock, secrets } = deps.current;
  await sql`DELETE FROM outbox`.execute(db);
  booking = await buildBooking(db, { at: '2026-11-24T10:00' });
  const accountId = await buildRole(db, 'planner-manager', booking.office.officeId);
  ({ token } = await createSession(db, { accountId, now: clock.now(), secrets }));
});

async function put(body: object): Promise<Record<string, unknown>> {
  const response = await app.inject({
    method: 'PUT',
    url: `/api/v1/offices/${booking.office.officeCode}/planners/${booking.office.plannerId}`,
    headers: { authorization: `Bearer ${token}` },
    payload: { ...planner, ...body },
  });
  expect(response.statusCode).toBe(200);
  return response.json();
}

async function offers(): Promise<string[]> {
  const { rows } = await sql<{ codes: string[] }>`
    DELETE FROM outbox WHERE task = 'offer-moves' RETURNING payload -> 'bookingCodes' AS codes`.execute(
    deps.current.db,
  );
  return rows.flatMap(({ codes }) => codes);
}

it('hours published over HTTP offer another seat to the appointments that they no longer cover, unless told not to', async () => {
  const kept = await put({ rules: [mornings], published: true });
  expect([kept['offered'], await offers()]).toEqual([0, []]);
  const shorter = { ...mornings, ends: '10:00' };
  const drafted = await put({ rules: [shorter] });
  expect([drafted['offered'], drafted['edited'], await offers()]).toEqual([undefined, true, []]);
  expect((await put({ rules: [shorter], published: true, offer: false }))['offered']).toBe(0);
  expect(await offers()).toEqual([]);
  expect((await put({ rules: [shorter], published: true }))['offered']).toBe(1);
  expect(await offers()).toEqual([booking.code]);
});

it('a planner taken off over HTTP offers another seat once, however often it is taken off', async () => {
  await put({ rules: [mornings], published: true });
  expect((await put({ rules: [mornings], published: false }))['offered']).toBe(1);
  expect(await offers()).toEqual([booking.code]);
  expect((await put({ rules: [mornings], published: false }))['offered']).toBeUndefined();
  expect(await offers()).toEqual([]);
});
