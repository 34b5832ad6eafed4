import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markNoShow, undoMark } from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { buildBooking, type BuiltBooking } from '#test/build-booking.ts';
import { buildCase, tryToHold } from '#test/build-case.ts';
import { useDeps } from '#test/deps.ts';
import { drain } from '#test/drain.ts';
import type { TestBrowser } from '#test/slice-app.ts';
import { createApp } from '../../app.ts';

const deps = useDeps();
let app: FastifyInstance;
let booking: BuiltBooking;
let citizenId: number;
let officerId: number;
let citizen: TestBrowser;
let officer: TestBrowser;
let base: string;

beforeAll(async () => {
  app = await createApp(deps.current);
  await app.ready();
});
afterAll(() => app.close());

beforeEach(async () => {
  ({ citizenId, booking, officerId, citizen, officer, base } = await buildCase(app, deps.current));
});

const holdAs = (accountId: number) => tryToHold(app, deps.current, booking, accountId);

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
