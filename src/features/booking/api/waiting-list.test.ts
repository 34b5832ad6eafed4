import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import type { BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { sliceApp } from '#test/slice-app.ts';
import { waitingTools } from '#test/waiting-tools.ts';
import { addBookingsApi } from './bookings.api.ts';
import { addOneTimeCodeApi } from './one-time-code.api.ts';

const deps = useDeps();
const tools = waitingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;

beforeAll(async () => {
  app = await sliceApp(deps.current, (server, all) => {
    addBookingsApi(server, all);
    addOneTimeCodeApi(server, all);
  });
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(Temporal.Instant.from(testNow));
  office = await tools.officeWithList();
});

async function caller(accountId: number) {
  const { db, clock, secrets } = deps.current;
  const session = await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
  return async (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => {
    const headers = { authorization: `Bearer ${session.token}`, 'accept-language': 'en' };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) });
    // The body is JSON, but for what has none.
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() };
  };
}

it('an entry is made, seen, and left', async () => {
  await tools.waiting(office);
  const call = await caller(await tools.newAccount());
  const wish = { office: office.officeCode, service: 'passport', weekdays: [4, 1], hours: { from: '09:00' } };
  const made = await call('POST', '/waiting-list', wish);
  expect(made).toMatchObject({
    status: 201,
    body: { state: 'waiting', position: 2, ahead: 1, forecast: null, weekdays: [1, 4], offer: null },
  });
  expect(await call('POST', '/waiting-list', wish)).toMatchObject({
    status: 409,
    body: { type: expect.stringContaining('already-waiting') as unknown },
  });
  expect(await call('GET', '/waiting-list')).toMatchObject({ status: 200, body: { items: [{ id: made.body['id'] }] } });
  expect((await call('DELETE', `/waiting-list/${String(made.body['id'])}`)).status).toBe(204);
  expect(await call('POST', `/waiting-list/${String(made.body['id'])}/decline`)).toMatchObject({ status: 409 });
});

it('an offer has its deadline, is accepted once, and is a booking', async () => {
  const { bookingId } = await tools.newBooking(office);
  const { entryId, accountId } = await tools.waiting(office);
  await tools.cancel(bookingId);
  await tools.ask();
  const call = await caller(accountId);
  expect(await call('GET', '/waiting-list')).toMatchObject({
    body: {
      items: [{ offer: { startsAt: '2027-01-14T09:00:00+00:00', expiresAt: '2026-11-24T10:00:00+00:00' } }],
    },
  });
  const path = `/waiting-list/${entryId}/accept`;
  expect(await call('POST', path, { privacyAccepted: false })).toMatchObject({ status: 422 });
  const stranger = await caller(await tools.newAccount());
  expect((await stranger('POST', path, { privacyAccepted: true })).status).toBe(404);
  expect(await call('POST', path, { privacyAccepted: true })).toMatchObject({
    status: 201,
    body: { service: 'passport', startsAt: '2027-01-14T09:00:00+00:00' },
  });
  expect((await call('POST', path, { privacyAccepted: true })).status).toBe(409);
  expect(await tools.stateOf(entryId)).toBe('accepted');
});

it('people may be named as for any other booking, and an offer declined', async () => {
  const people = [{ givenName: 'Ada', familyName: 'Prova', birthPlace: 'Lecce', birthDate: '1980-05-05' }];
  const family = [
    ...people,
    { givenName: 'Bea', familyName: 'Bianchi', birthDate: '2015-05-05', relationship: 'child' },
  ];
  const two = await tools.officeWithList({ capacity: 2 });
  const first = await tools.newBooking(two, { people: [tools.somebody(), tools.somebody({ relationship: 'child' })] });
  const { entryId, accountId } = await tools.waiting(two, { party: 2 });
  await tools.cancel(first.bookingId);
  await tools.ask();
  const call = await caller(accountId);
  const accept = `/waiting-list/${entryId}/accept`;
  expect(await call('POST', accept, { privacyAccepted: true })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'people', reason: 'required' }] },
  });
  expect((await call('POST', accept, { privacyAccepted: true, people })).status).toBe(422);
  expect((await call('POST', accept, { privacyAccepted: true, people: family })).status).toBe(201);
});

it('where a one-time code is asked, it is sent for the seat offered, and accepting takes it', async () => {
  const { bookingId } = await tools.newBooking(office);
  const { entryId, accountId } = await tools.waiting(office);
  await sql`UPDATE offering SET one_time_code = true WHERE id = ${office.offeringId}`.execute(deps.current.db);
  await tools.cancel(bookingId);
  await tools.ask();
  const call = await caller(accountId);
  const [entry] = (await call('GET', '/waiting-list')).body['items'] as { offer: { hold: string } }[];
  const hold = entry?.offer.hold ?? '';
  const people = [{ givenName: 'Ada', familyName: 'Prova', birthPlace: 'Roma', birthDate: '1980-05-05' }];
  const accept = (otp?: string) =>
    call('POST', `/waiting-list/${entryId}/accept`, { privacyAccepted: true, people, ...(otp && { otp }) });
  const refused = (reason: string) => ({ status: 422, body: { errors: [{ field: 'otp', reason }] } });
  expect(await accept()).toMatchObject(refused('required'));
  await drain(deps.current);
  const stranger = await caller(await tools.newAccount());
  expect((await stranger('POST', `/holds/${hold}/otp`)).status).toBe(404);
  expect((await call('POST', `/holds/${hold}/otp`)).status).toBe(202);
  const code = (await drain(deps.current)).at(-1)?.subject.slice(0, 6) ?? '';
  expect(await accept(code === '000000' ? '000001' : '000000')).toMatchObject(refused('wrong'));
  expect((await accept(code)).status).toBe(201);
  expect(await tools.stateOf(entryId)).toBe('accepted');
});

it.each([
  [{ service: 'nothing' }, 404, 'unknown-office-or-service'],
  [{ to: '2026-01-01' }, 422, 'invalid-request'],
  [{ hours: { from: '10:00', to: '09:00' } }, 422, 'invalid-request'],
  [{ weekdays: [8] }, 422, 'invalid-request'],
  [{ offices: ['cons-nowhere'] }, 422, 'unknown-office'],
  [{ party: 9 }, 422, 'party-too-large'],
])('refuses %j', async (wrong, status, reason) => {
  const call = await caller(await tools.newAccount());
  const answer = await call('POST', '/waiting-list', { office: office.officeCode, service: 'passport', ...wrong });
  expect([answer.status, String(answer.body['type']).split('/').at(-1)]).toEqual([status, reason]);
});
