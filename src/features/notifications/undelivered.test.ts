import { bookingFacts } from './letters/booking-facts.query.ts';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  askAgain,
  confirmByOffice,
  correctContact,
  restoreUnconfirmed,
  settleLost,
  undeliveredConfirmations,
} from '#features/booking/index.ts';
import { transact } from '#platform/transaction.ts';
import { type BuiltBooking, buildBooking } from '#test/build-booking.ts';
import { buildAccount } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { plainReport } from '#test/delivery-reports.ts';
import { drain, testMailbox, tick, type TestMailbox } from '#test/drain.ts';
import { returnAddress } from './returned/message-mark.ts';
import { receiveReport } from './returned/receive-report.ts';

const bounceAddress = 'bounce@turno.example';
const deps = useDeps({ TURNO_BOUNCE_ADDRESS: bounceAddress });

// For an appointment in London on 14 January: the window is the 4th to the end of the 11th.
const opens = '2027-01-04T00:00:00Z';
const closes = '2027-01-12T00:00:00Z';
let people = 0;

async function booked(more: Partial<Parameters<typeof buildBooking>[1]> = {}) {
  people += 1;
  const email = `person-${people}@undelivered.example`;
  const booking = await buildBooking(deps.current.db, { at: '2027-01-14T09:20', email, ...more });
  return { ...booking, email };
}

async function minute(at: string | Temporal.Instant, mailbox: TestMailbox = testMailbox()) {
  deps.current.clock.set(at);
  return tick(deps.current, mailbox);
}

async function statusOf({ id }: BuiltBooking) {
  return deps.current.db
    .selectFrom('booking')
    .select(['status', 'cancelled_by as by', 'confirm_undelivered_why as why'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** A report says that the newest e-mail of a kind to a booking's people did not arrive. */
async function comesBack(booking: BuiltBooking, kind: 'confirm-request' | 'confirm-reminder' | 'booked', at: string) {
  const { db, secrets, clock } = deps.current;
  clock.set(at);
  const { id, recipient } = await db
    .selectFrom('message')
    .select(['id', 'recipient'])
    .where('booking_id', '=', booking.id)
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const text = plainReport({ to: bounceAddress, recipient });
  const recipients = [returnAddress(secrets, bounceAddress, id)];
  return receiveReport(deps.current, { raw: Buffer.from(text), recipients });
}

const listOf = (booking: BuiltBooking) =>
  undeliveredConfirmations(deps.current.db, { officeId: booking.office.officeId, now: deps.current.clock.now() });

const byOffice = { operatorId: 0 };
async function operator(): Promise<number> {
  byOffice.operatorId ||= await buildAccount(deps.current.db, 'operator@undelivered.example');
  return byOffice.operatorId;
}

const refusal = Object.assign(new Error('refused'), { response: '550 5.1.1 nobody', command: 'RCPT TO' });

describe('a booking whose confirmation request did not arrive', () => {
  it('goes to the office when the request comes back, and never ends by itself', async () => {
    const booking = await booked();
    await minute(opens);
    expect(await comesBack(booking, 'confirm-request', '2027-01-04T00:05:00Z')).toBe('bounced');
    expect(await listOf(booking)).toMatchObject([
      { code: booking.code, why: 'bounced', lost: false, email: booking.email },
    ]);
    await minute(closes);
    await minute('2027-01-13T10:00:00Z');
    expect(await statusOf(booking)).toEqual({ status: 'booked', by: null, why: 'bounced' });
  });

  it('is asked for all the same where the receipt came back before, and goes to the office when that comes back too', async () => {
    const booking = await booked();
    await deps.current.db
      .insertInto('outbox')
      .values({
        task: 'notify',
        payload: JSON.stringify({ kind: 'booked', bookingId: booking.id }),
        created_at: deps.current.clock.now(),
      })
      .execute();
    await minute('2026-11-20T09:05:00Z');
    expect(await comesBack(booking, 'booked', '2026-11-20T09:10:00Z')).toBe('bounced');
    // Nothing is asked yet: there is nothing for the office to settle.
    expect(await listOf(booking)).toEqual([]);
    await minute(opens);
    await comesBack(booking, 'confirm-request', '2027-01-04T00:05:00Z');
    await minute(closes);
    expect((await statusOf(booking)).status).toBe('booked');
    expect(await listOf(booking)).toMatchObject([{ code: booking.code, lost: false }]);
  });

  it('goes to the office when the mail server refuses the address at once', async () => {
    const booking = await booked();
    const mailbox = { ...testMailbox(), refuse: refusal };
    await minute(opens, mailbox);
    expect(await listOf(booking)).toMatchObject([{ why: 'refused' }]);
    await minute(closes);
    expect((await statusOf(booking)).status).toBe('booked');
  });

  it('goes to the office when the report comes in the last minute, or the reminder’s does', async () => {
    const [late, reminded] = [await booked(), await booked()];
    await minute(opens);
    await minute('2027-01-11T00:00:00Z');
    await comesBack(late, 'confirm-request', '2027-01-11T23:59:59Z');
    await comesBack(reminded, 'confirm-reminder', '2027-01-11T23:59:59Z');
    await minute(closes);
    expect([(await statusOf(late)).status, (await statusOf(reminded)).status]).toEqual(['booked', 'booked']);
  });

  it('goes to the office when the mail server was away until the end', async () => {
    const booking = await booked();
    const away = { ...testMailbox(), refuse: Object.assign(new Error('away'), { code: 'ECONNECTION' }) };
    await minute('2027-01-11T08:00:00Z', away);
    await minute(closes, away);
    expect(await statusOf(booking)).toMatchObject({ status: 'booked', why: 'not-sent' });
    expect(await listOf(booking)).toHaveLength(1);
  });

  it('goes to the office at once when an e-mail is given up after a day', async () => {
    const booking = await booked();
    const away = { ...testMailbox(), refuse: Object.assign(new Error('away'), { code: 'ECONNECTION' }) };
    await minute(opens, away);
    for (let attempt = 2; attempt <= 11; attempt += 1) {
      const { next } = await deps.current.db
        .selectFrom('message')
        .select('next_attempt_at as next')
        .where('booking_id', '=', booking.id)
        .executeTakeFirstOrThrow();
      await minute(next.add({ seconds: 31 }), away);
    }
    expect(await statusOf(booking)).toMatchObject({ status: 'booked', why: 'not-sent' });
  });

  it('goes to the office when nothing ran while it should have been asked', async () => {
    const booking = await booked();
    await minute('2027-01-12T09:00:00Z');
    expect(await statusOf(booking)).toMatchObject({ status: 'booked', why: 'not-sent' });
  });

  it('goes to the office when people were asked only in the last hours', async () => {
    const [unfair, fair] = [await booked(), await booked()];
    await sql`UPDATE booking SET confirm_opens_at = '2027-01-11T12:30:00Z' WHERE id = ${unfair.id}`.execute(
      deps.current.db,
    );
    await minute('2027-01-11T12:00:00Z');
    await minute('2027-01-11T12:30:00Z');
    await minute(closes);
    expect(await statusOf(unfair)).toMatchObject({ status: 'booked', why: 'too-late' });
    expect(await statusOf(fair)).toMatchObject({ status: 'cancelled', by: 'not-confirmed' });
  });

  it('goes to the office as its window opens when nobody left an address', async () => {
    const booking = await booked({ email: null });
    await minute('2027-01-03T23:59:59Z');
    expect(await listOf(booking)).toEqual([]);
    await minute(opens);
    expect(await listOf(booking)).toMatchObject([{ why: 'no-address', email: null }]);
  });

  it('is not there for another message that came back, nor for a request of an earlier time', async () => {
    const [other, moved] = [await booked(), await booked()];
    await minute(opens);
    await sql`UPDATE booking SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = ${moved.id}`.execute(
      deps.current.db,
    );
    expect(await comesBack(moved, 'confirm-request', '2027-01-04T01:00:00Z')).toBe('bounced');
    await deps.current.db.updateTable('message').set({ kind: 'booked' }).where('booking_id', '=', other.id).execute();
    await comesBack(other, 'booked', '2027-01-04T01:00:00Z');
    expect([...(await listOf(other)), ...(await listOf(moved))]).toEqual([]);
    await minute(closes);
    expect((await statusOf(other)).status).toBe('cancelled');
  });
});

describe('a report that comes after the booking has ended', () => {
  async function lost() {
    const booking = await booked();
    await minute(opens);
    await minute(closes);
    expect(await statusOf(booking)).toMatchObject({ status: 'cancelled', by: 'not-confirmed' });
    await comesBack(booking, 'confirm-request', '2027-01-12T05:00:00Z');
    return booking;
  }

  it('puts it on the office’s list; the office gives it back while its seat is free', async () => {
    const booking = await lost();
    expect(await listOf(booking)).toMatchObject([{ lost: true, seatsFree: true, why: 'bounced' }]);
    const { db, clock } = deps.current;
    const request = { bookingId: booking.id, operatorId: await operator(), now: clock.now() };
    expect(await transact(db, (tx) => restoreUnconfirmed(tx, request))).toEqual({ ok: true });
    expect(await statusOf(booking)).toEqual({ status: 'confirmed', by: null, why: null });
    expect(await listOf(booking)).toEqual([]);
    const facts = () => bookingFacts(db, deps.current.secrets, { id: booking.id });
    expect((await facts())?.sentBefore).toBe(false);
    await sql`UPDATE booking_event SET kind = 'photo-sent' WHERE id = (
      SELECT min(id) FROM booking_event WHERE booking_id = ${booking.id})`.execute(db);
    expect((await facts())?.sentBefore).toBe(true);
    await sql`INSERT INTO booking_event (booking_id, at, kind, actor) VALUES (${booking.id}, ${clock.now()}, 'kept', 'office')`.execute(
      db,
    );
    expect((await facts())?.sentBefore).toBe(false);
    const again = await transact(db, (tx) => restoreUnconfirmed(tx, request));
    expect(again).toEqual({ ok: false, reason: 'not-lost' });
    const { rows } = await sql<{ taken: number }>`SELECT taken FROM slot WHERE id = ${booking.slotId}`.execute(db);
    expect(rows[0]?.taken).toBe(1);
  });

  it('says that the seat is gone when somebody else has it', async () => {
    const booking = await lost();
    const { db, clock } = deps.current;
    await sql`UPDATE slot SET taken = capacity WHERE id = ${booking.slotId}`.execute(db);
    expect(await listOf(booking)).toMatchObject([{ lost: true, seatsFree: false }]);
    const request = { bookingId: booking.id, operatorId: await operator(), now: clock.now() };
    expect(await transact(db, (tx) => restoreUnconfirmed(tx, request))).toEqual({ ok: false, reason: 'no-seats' });
    expect(await transact(db, (tx) => settleLost(tx, request))).toEqual({ ok: true });
    expect(await listOf(booking)).toEqual([]);
  });
});

describe('what the office does about it', () => {
  it('confirms for the person it has called', async () => {
    const booking = await booked();
    await minute(opens);
    await comesBack(booking, 'confirm-request', '2027-01-04T01:00:00Z');
    const { db, clock } = deps.current;
    const request = { bookingId: booking.id, operatorId: await operator(), now: clock.now() };
    expect((await transact(db, (tx) => confirmByOffice(tx, request))).ok).toBe(true);
    expect(await listOf(booking)).toEqual([]);
  });

  it('puts the address right and asks again; then a missing confirmation counts', async () => {
    const accountId = await buildAccount(deps.current.db, 'wrong@undelivered.example');
    const booking = await booked({ accountId });
    await minute(opens);
    await comesBack(booking, 'confirm-request', '2027-01-04T01:00:00Z');
    const { db, clock } = deps.current;
    const request = { bookingId: booking.id, operatorId: await operator(), now: clock.now() };
    const contact = { ...request, email: 'right@undelivered.example', phone: null };
    expect((await transact(db, (tx) => correctContact(tx, contact))).ok).toBe(true);
    expect((await transact(db, (tx) => askAgain(tx, request))).ok).toBe(true);
    const mails = await drain(deps.current);
    expect(mails.map((mail) => mail.to)).toEqual(['right@undelivered.example']);
    expect(await listOf(booking)).toEqual([]);
    await minute(closes);
    expect(await statusOf(booking)).toMatchObject({ status: 'cancelled', by: 'not-confirmed' });
    expect(await transact(db, (tx) => askAgain(tx, request))).toEqual({ ok: false, reason: 'not-waiting' });
  });

  it('keeps a booking on the list whose second request comes back too', async () => {
    const booking = await booked();
    await minute(opens);
    await comesBack(booking, 'confirm-request', '2027-01-04T01:00:00Z');
    const { db, clock } = deps.current;
    await transact(db, async (tx) =>
      askAgain(tx, { bookingId: booking.id, operatorId: await operator(), now: clock.now() }),
    );
    await drain(deps.current);
    await comesBack(booking, 'confirm-request', '2027-01-04T02:00:00Z');
    expect(await listOf(booking)).toMatchObject([{ why: 'bounced' }]);
  });
});
