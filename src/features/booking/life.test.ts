import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { markServed, undoMark } from './at-the-desk.ts';
import { bookingByCode, bookingsOfAccount } from './booking.query.ts';
import { searchBookings } from './search-bookings.query.ts';
import { historyOf } from './history.query.ts';
import { cancelBooking } from './cancel.ts';
import { confirmBooking } from './confirmation/confirm.ts';
import { reschedule } from './reschedule.ts';
import { seatFaults } from './seats/seat-faults.query.ts';
import { settleOverdue } from './confirmation/settle-unconfirmed.ts';
import { takeInCharge } from './take-in-charge.ts';

const deps = useDeps();
const { somebody, heldId, newBooking, freeSeats } = bookingTools(deps);

describe('the life of a booking', () => {
  it('is confirmed by the citizen only within the window, counted on the office’s calendar', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 9, from: '2027-01-14T09:00:00Z' });
    const { bookingId, accountId } = await newBooking(office);
    const at = (now: string) =>
      transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now: Temporal.Instant.from(now) }));
    expect(await at('2027-01-03T23:59:59Z')).toEqual({ ok: false, reason: 'too-early' });
    expect(await at('2027-01-12T00:00:00Z')).toEqual({ ok: false, reason: 'too-late' });
    expect(await at('2027-01-11T23:59:59Z')).toEqual({ ok: true });
    expect(await at('2027-01-11T23:59:59Z')).toEqual({ ok: false, reason: 'already-confirmed' });
  });

  it('frees the seat and the person when the citizen cancels, once', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1 });
    const person = somebody();
    const { bookingId, accountId } = await newBooking(office, { people: [person] });
    const cancel = () => transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
    const outcomes = await Promise.all([cancel(), cancel(), cancel()]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([1]);
    expect((await newBooking(office, { people: [person] })).ok).toBe(true);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('cannot be cancelled alone once the office has taken it in charge', async () => {
    const { db, clock } = deps.current;
    const office = await buildOffice(db);
    const { bookingId, accountId } = await newBooking(office);
    await transact(db, (tx) => takeInCharge(tx, { bookingId, operatorId: accountId, now: clock.now() }));
    const outcome = await transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
    expect(outcome).toEqual({ ok: false, reason: 'taken-in-charge' });
  });

  it('is cancelled by itself when the confirmation is due and missing, even by two workers at once', async () => {
    const { db, secrets } = deps.current;
    const office = await buildOffice(db, { capacity: 3 });
    const { code, bookingId } = await newBooking(office);
    const neverAsked = await newBooking(office);
    await sql`UPDATE booking SET confirm_requested_at = confirm_opens_at, confirm_sent_at = confirm_opens_at WHERE id = ${bookingId}`.execute(
      db,
    );
    const now = Temporal.Instant.from('2027-01-12T00:00:00Z');
    const early = now.subtract({ milliseconds: 1 });
    expect(await settleOverdue(db, { now: early, most: 100 })).toBe(0);
    const ended = await Promise.all([1, 2].map(() => settleOverdue(db, { now, most: 100 })));
    expect(Math.max(...ended)).toBeGreaterThan(0);
    const booking = await bookingByCode(db, secrets, code);
    expect(booking).toMatchObject({ status: 'cancelled', cancelledBy: 'not-confirmed' });
    expect((await historyOf(db, booking?.id ?? '')).filter((event) => event.kind === 'cancelled')).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([2]);
    expect(await bookingByCode(db, secrets, neverAsked.code)).toMatchObject({ status: 'booked' });
  });

  it('moves to another seat, and the old one is free only then', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 1, slots: 2 });
    const { bookingId, accountId, owner, code } = await newBooking(office);
    const holdId = await heldId(office, owner, { slot: 1, rescheduleOf: bookingId });
    expect(await freeSeats(office)).toEqual([0, 0]);
    const move = () =>
      transact(db, (tx) => reschedule(tx, secrets, { bookingId, holdId, owner, accountId, now: clock.now() }));
    expect(await move()).toEqual({ ok: true });
    expect(await move()).toEqual({ ok: true });
    expect(await freeSeats(office)).toEqual([1, 0]);
    const booking = await bookingByCode(db, secrets, code);
    expect(booking?.startsAt.toString()).toBe('2027-01-14T09:20:00Z');
    expect(await seatFaults(db)).toEqual([]);
  });

  it('lets the person book again after being served, and takes the mark back only while they have not', async () => {
    const { db } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const person = somebody();
    const { bookingId, accountId } = await newBooking(office, { people: [person] });
    const mark = { bookingId, operatorId: accountId, now: Temporal.Instant.from('2027-01-14T09:05:00Z') };
    expect((await transact(db, (tx) => markServed(tx, mark))).ok).toBe(true);
    expect((await transact(db, (tx) => undoMark(tx, mark))).ok).toBe(true);
    expect((await transact(db, (tx) => markServed(tx, mark))).ok).toBe(true);
    await newBooking(office, { people: [person] });
    expect(await transact(db, (tx) => undoMark(tx, mark))).toEqual({ ok: false, reason: 'already-booked' });
  });

  it('is found by its office by code, codice fiscale and the beginning of a surname, and by no other office', async () => {
    const { db, secrets, clock } = deps.current;
    const office = await buildOffice(db, { capacity: 5 });
    const other = await buildOffice(db);
    const { code, accountId } = await newBooking(office, {
      people: [somebody({ familyName: 'Ünsal%_', codiceFiscale: 'VRDLGI85M41F205Z' })],
    });
    const find = async (text: string, officeId = office.officeId) =>
      (await searchBookings(db, secrets, { officeId, text, today: clock.now(), most: 10 })).map(
        (booking) => booking.code,
      );
    expect(await find(code.toLowerCase())).toEqual([code]);
    expect(await find('vrdlgi85m41f205z')).toEqual([code]);
    expect(await find('ünsal%')).toEqual([code]);
    expect(await find('%')).toEqual([]);
    expect(await find(code, other.officeId)).toEqual([]);
    expect(await bookingsOfAccount(db, secrets, { accountId, now: clock.now() })).toHaveLength(1);
  });
});
