import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markNoShow, undoMark } from '#features/booking/index.ts';
import { createSession } from '#features/identity/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { buildRole } from '#test/build-role.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import { type TestBrowser, testBrowser } from '#test/slice-app.ts';
import { createApp } from '../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let booking: BuiltBooking;
let citizenId: number;
let officerId: number;
let citizen: TestBrowser;
let officer: TestBrowser;
let base: string;
let people = 0;

beforeAll(async () => {
  app = await createApp(deps.current);
  await app.ready();
});
afterAll(() => app.close());

beforeEach(async () => {
  const { db } = deps.current;
  deps.current.clock.set('2026-12-01T10:00:00Z');
  people += 1;
  citizenId = await buildAccount(db, `cases-${people}@prova.example`);
  booking = await buildBooking(db, { at: '2026-12-09T10:00', accountId: citizenId, bookedAt: '2026-11-20T09:00:00Z' });
  officerId = await buildRole(db, 'officer', booking.office.officeId);
  await sql`UPDATE account SET password_hash = 'x' WHERE id = ${officerId}`.execute(db);
  await sql`UPDATE office SET email = 'sede@prova.example' WHERE id = ${booking.office.officeId}`.execute(db);
  citizen = await testBrowser(app, deps.current, citizenId);
  officer = await testBrowser(app, deps.current, officerId);
  base = `/office/${booking.office.officeCode}/accounts`;
});

async function holdAs(accountId: number): Promise<{ status: number; reason: string }> {
  const { db, clock, secrets } = deps.current;
  await sql`UPDATE slot SET capacity = 5, planned = 5`.execute(db);
  const session = await transact(db, async (tx) => ({
    ok: true as const,
    ...(await createSession(tx, { accountId, now: clock.now(), secrets })),
  }));
  const { officeCode } = booking.office;
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/holds',
    headers: { authorization: `Bearer ${session.token}`, 'idempotency-key': randomUUID() },
    payload: { office: officeCode, service: 'passport', slot: booking.slotId, party: 1 },
  });
  const body = response.json<{ type?: string }>();
  return { status: response.statusCode, reason: body.type?.split('/').at(-1) ?? '' };
}

describe('a rule for appointments missed', () => {
  it('pauses new bookings until the absences are excused by an answer', async () => {
    const { db } = deps.current;
    const { officeId, offeringId, plannerId } = booking.office;
    await sql`UPDATE office SET no_show_limit = 2, no_show_months = 6, no_show_days = 30, no_show_scope = 'office' WHERE id = ${officeId}`.execute(
      db,
    );
    await sql`UPDATE booking SET status = 'no-show', live = false, starts_at = '2026-11-25T10:00Z' WHERE id = ${booking.id}`.execute(
      db,
    );
    await sql`UPDATE booking_person SET live = false WHERE booking_id = ${booking.id}`.execute(db);
    expect((await holdAs(citizenId)).reason).not.toBe('not-eligible');
    const other = await buildBooking(db, { at: '2026-11-26T10:00', accountId: citizenId });
    await sql`
      UPDATE booking SET status = 'no-show', live = false, office_id = ${officeId}, offering_id = ${offeringId}, planner_id = ${plannerId}
      WHERE id = ${other.id}`.execute(db);
    await sql`UPDATE booking_person SET live = false WHERE booking_id = ${other.id}`.execute(db);
    expect((await holdAs(citizenId)).reason).toBe('not-eligible');
    const page = `/restrictions/pauses/${other.id}`;
    expect((await citizen.get(page)).body).toContain('26 dicembre 2026');
    expect((await citizen.post(page, { text: 'Ero in ospedale.' })).statusCode).toBe(303);
    const { rows } = await sql<{ id: number }>`SELECT max(id) AS id FROM account_appeal`.execute(db);
    await officer.get(`${base}/pauses/${rows[0]?.id}`);
    const decided = await officer.post(`${base}/pauses/${rows[0]?.id}`, { outcome: 'lifted', answer: 'Auguri.' });
    expect(decided.statusCode).toBe(303);
    expect((await holdAs(citizenId)).reason).not.toBe('not-eligible');
  });

  it('writes once when the pause begins: until when, why, and how to answer', async () => {
    const { db } = deps.current;
    const { officeId, offeringId, plannerId } = booking.office;
    await sql`UPDATE office SET no_show_limit = 2, no_show_months = 6, no_show_days = 30, no_show_scope = 'office' WHERE id = ${officeId}`.execute(
      db,
    );
    const before = await buildBooking(db, { at: '2026-11-26T10:00', accountId: citizenId });
    await sql`
      UPDATE booking SET status = 'no-show', live = false, office_id = ${officeId}, offering_id = ${offeringId}, planner_id = ${plannerId}
      WHERE id = ${before.id}`.execute(db);
    await sql`UPDATE booking_person SET live = false WHERE booking_id = ${before.id}`.execute(db);
    await drain(deps.current);
    deps.current.clock.set('2026-12-09T10:10:00Z');
    const mark = { bookingId: booking.id, operatorId: officerId, now: deps.current.clock.now() };
    for (const verb of [markNoShow, undoMark, markNoShow]) {
      expect((await transact(db, (tx) => verb(tx, mark))).ok).toBe(true);
    }
    const letters = (await drain(deps.current)).filter(({ subject }) => subject.startsWith('Pausa nelle prenotazioni'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('8 gennaio 2027');
    expect(letters[0]?.text).toContain('9 dicembre 2026');
    expect(letters[0]?.text).toContain(`/restrictions/pauses/${booking.id}`);
  });
});
