import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession } from '#features/identity/index.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice, type BuiltOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { createApp } from '../../../app.ts';

const deps = useDeps();
const tools = bookingTools(deps);
let app: FastifyInstance;
let here: BuiltOffice;
let there: BuiltOffice;
let booking: Awaited<ReturnType<typeof tools.newBooking>>;
let token: string;

beforeAll(async () => {
  app = await createApp(deps.current);
});
afterAll(() => app.close());
beforeEach(async () => {
  const { db, clock, secrets } = deps.current;
  clock.set(testNow);
  here = await buildOffice(db, { capacity: 2, slots: 2 });
  there = await buildOffice(db, { capacity: 2, slots: 2 });
  booking = await tools.newBooking(here);
  const login = { accountId: booking.accountId, now: clock.now(), secrets };
  token = (await createSession(db, login)).token;
});

async function askSeat(office: BuiltOffice) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/holds',
    headers: { authorization: `Bearer ${token}` },
    payload: { office: office.officeCode, service: 'passport', slot: office.slots[1], reschedule: booking.code },
  });
  return { status: answer.statusCode, ...answer.json<{ id?: string; rule?: string; type?: string }>() };
}

async function rule(office: BuiltOffice, column: string): Promise<void> {
  const value = column === 'login_level' ? sql`'identified'` : sql`true`;
  await sql`UPDATE offering SET ${sql.ref(column)} = ${value} WHERE id = ${office.offeringId}`.execute(deps.current.db);
}

describe('a booking that is moved to another office', () => {
  it.each([
    ['served_only', 'office-not-chosen'],
    ['invite_only', 'not-invited'],
    ['login_level', 'not-identified'],
  ])('goes round none of its rules: %s', async (column, reason) => {
    await rule(there, column);
    expect(await askSeat(there)).toMatchObject({ status: 403, rule: reason });
  });

  it('is let in nowhere while new bookings there are blocked', async () => {
    const { db, secrets } = deps.current;
    await sql`
      INSERT INTO account_block (account_id, office_id, kind, reason_cipher, created_by, created_at)
      VALUES (${booking.accountId}, ${there.officeId}, 'abuse', ${secrets.encrypt('prova')}, ${booking.accountId}, ${testNow})`.execute(
      db,
    );
    await sql`UPDATE account SET restricted_until = '9999-12-31' WHERE id = ${booking.accountId}`.execute(db);
    expect(await askSeat(there)).toMatchObject({ status: 403, rule: 'blocked-here' });
  });

  it('skips no one-time code', async () => {
    await rule(there, 'one_time_code');
    const { status, type } = await askSeat(there);
    expect([status, type?.split('/').at(-1)]).toEqual([409, 'other-service']);
  });

  it('is asked nothing again where it was booked', async () => {
    for (const column of ['served_only', 'invite_only', 'login_level', 'one_time_code']) await rule(here, column);
    const { status, id } = await askSeat(here);
    expect(status).toBe(201);
    const moved = await app.inject({
      method: 'POST',
      url: `/api/v1/bookings/${booking.code}/reschedule`,
      headers: { authorization: `Bearer ${token}` },
      payload: { hold: id },
    });
    expect(moved.statusCode).toBe(200);
  });
});
