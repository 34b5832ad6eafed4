import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildAccount, buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';
import { releaseExpired } from '../seats/give-back.ts';
import { offerMoves } from '../moves/offer-moves.job.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let office: BuiltOffice;
let booking: Awaited<ReturnType<typeof tools.newBooking>>;
let owner: string;

beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());
beforeEach(async () => {
  deps.current.clock.set(testNow);
  office = await buildOffice(deps.current.db, { capacity: 1, slots: 3 });
  booking = await tools.newBooking(office);
  owner = await tokenOf(booking.accountId);
});

async function tokenOf(accountId: number): Promise<string> {
  const { db, clock, secrets } = deps.current;
  const session = await db.transaction().execute((tx) => createSession(tx, { accountId, now: clock.now(), secrets }));
  return session.token;
}

async function ask(
  action: string,
  {
    body,
    token = owner,
    key,
    code = booking.code,
  }: { body?: object; token?: string; key?: string; code?: string } = {},
) {
  const headers = { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) };
  const options: InjectOptions = { method: 'POST', url: `/api/v1/bookings/${code}/${action}`, headers };
  if (body !== undefined) options.payload = body;
  const response = await app.inject(options);
  const answer = response.json<{
    type?: string;
    startsAt: string;
    status: string;
    proposal: { hold: string; startsAt: string; expiresAt: string } | null;
    history: { kind: string }[];
    errors?: { field: string; reason: string; message: string }[];
  }>();
  return {
    status: response.statusCode,
    reason: answer.type?.split('/').at(-1),
    headers: response.headers,
    text: response.body,
    answer,
  };
}

/** The office closes the hours of the booking and offers it another seat. */
async function offerSeat(): Promise<void> {
  await sql`UPDATE slot SET planned = 0, capacity = taken WHERE id = ${office.slots[0]}`.execute(deps.current.db);
  await offerMoves(deps.current, {
    officeId: office.officeId,
    bookingCodes: [booking.code],
    cause: 'closure',
  });
}

async function shown() {
  const headers = { authorization: `Bearer ${owner}` };
  return (await app.inject({ url: `/api/v1/bookings/${booking.code}`, headers })).json<{
    proposal: { hold: string; startsAt: string; expiresAt: string } | null;
  }>();
}

describe('a seat offered by the office, over the API', () => {
  it('is shown with its hold, and taken once however often it is accepted', async () => {
    expect(await shown()).toMatchObject({ proposal: null, preCheck: null, takenInCharge: null });
    await offerSeat();
    const { proposal } = await shown();
    expect(proposal).toMatchObject({ startsAt: '2027-01-14T09:20:00+00:00', expiresAt: '2026-11-25T10:00:00+00:00' });
    expect(proposal?.hold).toMatch(/^[0-9a-f-]{36}$/);
    const accepted = await ask('accept-move', { key: 'take' });
    expect(accepted).toMatchObject({
      status: 200,
      answer: { startsAt: '2027-01-14T09:20:00+00:00', proposal: null },
    });
    expect((await ask('accept-move', { key: 'take' })).text).toBe(accepted.text);
    expect((await ask('accept-move')).status).toBe(200);
    expect(await ask('decline-move')).toMatchObject({ status: 409, reason: 'no-offer' });
  });

  it('leaves the appointment as it is when it is turned down', async () => {
    await offerSeat();
    expect(await ask('decline-move')).toMatchObject({
      status: 200,
      answer: { startsAt: '2027-01-14T09:00:00+00:00', proposal: null },
    });
    expect((await ask('decline-move')).status).toBe(200);
    expect(await ask('accept-move')).toMatchObject({ status: 409, reason: 'no-offer' });
    await releaseExpired(deps.current.db, deps.current.clock.now());
    expect(await tools.freeSeats(office)).toEqual([0, 1, 1]);
  });

  it('is gone after its time, and is nobody else’s to answer', async () => {
    expect(await ask('accept-move')).toMatchObject({ status: 409, reason: 'no-offer' });
    await offerSeat();
    const stranger = await tokenOf(await buildAccount(deps.current.db, `altri-${booking.code}@prova.example`));
    for (const action of ['accept-move', 'decline-move']) {
      expect((await ask(action, { token: stranger })).status).toBe(404);
      expect(await ask(action, { token: 'nobody' })).toMatchObject({ status: 401, reason: 'not-logged-in' });
    }
    deps.current.clock.advance({ hours: 73 });
    owner = await tokenOf(booking.accountId);
    expect(await ask('accept-move')).toMatchObject({ status: 410, reason: 'offer-expired' });
  });
});

describe('a request to the office, over the API', () => {
  const wish = { kind: 'change', text: 'Posso venire con mia madre?' };

  it('stands in the booking’s history, once for each kind while it is open', async () => {
    const asked = await ask('requests', { body: wish, key: 'ask' });
    expect(asked.status).toBe(200);
    expect(asked.answer.history.map(({ kind }) => kind)).toContain('office-asked');
    expect((await ask('requests', { body: wish, key: 'ask' })).text).toBe(asked.text);
    expect(await ask('requests', { body: { ...wish, text: 'Altro' }, key: 'ask' })).toMatchObject({
      status: 422,
      reason: 'idempotency-key-reused',
    });
    expect(await ask('requests', { body: wish })).toMatchObject({ status: 409, reason: 'already-asked' });
    expect((await ask('requests', { body: { kind: 'cancel', text: 'Non posso venire' } })).status).toBe(200);
  });

  it.each([
    ['kind', { text: 'x' }],
    ['kind', { kind: 'complain', text: 'x' }],
    ['text', { kind: 'change' }],
    ['text', { kind: 'change', text: '   ' }],
    ['text', { kind: 'change', text: 'x'.repeat(1001) }],
    ['body', undefined],
  ])('names %s when it is wrong', async (field, body) => {
    const wrong = await ask('requests', body ? { body } : {});
    expect(wrong).toMatchObject({ status: 422, reason: 'invalid-request', answer: { errors: [{ field }] } });
  });

  it('may be made five times a day; then it is told when to come back', async () => {
    for (let time = 1; time <= 5; time += 1) {
      expect((await ask('requests', { body: wish })).status).toBe(200);
      await sql`UPDATE booking_request SET state = 'done'`.execute(deps.current.db);
    }
    const sixth = await ask('requests', { body: wish, key: 'sixth' });
    expect(sixth).toMatchObject({ status: 429, reason: 'too-many-requests' });
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
    deps.current.clock.advance({ hours: 25 });
    owner = await tokenOf(booking.accountId);
    expect((await ask('requests', { body: wish, key: 'sixth' })).status).toBe(200);
  });
});

it('nothing is asked, moved or accepted for a booking that is cancelled; cancelling it again changes nothing', async () => {
  expect(await ask('cancel')).toMatchObject({ status: 200, answer: { status: 'cancelled' } });
  expect((await ask('cancel')).status).toBe(200);
  const body = { kind: 'change', text: 'Ci ho ripensato' };
  expect(await ask('requests', { body })).toMatchObject({ status: 409, reason: 'already-cancelled' });
  expect(await ask('accept-move')).toMatchObject({ status: 409, reason: 'already-cancelled' });
  expect(await ask('decline-move')).toMatchObject({ status: 409, reason: 'already-cancelled' });
  const hold = 'a3b1c2d4-0000-4000-8000-000000000000';
  expect(await ask('reschedule', { body: { hold } })).toMatchObject({ status: 409, reason: 'already-cancelled' });
  expect(await ask('confirm')).toMatchObject({ status: 409, reason: 'cancelled' });
});
