import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { useDeps } from '#test/deps.ts';
import { bookingByCode } from '../booking.query.ts';
import { cancelBooking } from '../cancel.ts';
import { confirmBooking } from '../confirmation/confirm.ts';
import { historyOf } from '../history.query.ts';
import { seatFaults } from '../seats/seat-faults.query.ts';
import { takeInCharge } from '../take-in-charge.ts';
import { removePerson, removePersonByOffice } from './remove-person.ts';

const deps = useDeps();
const { somebody, newBooking, freeSeats } = bookingTools(deps);
const child = () => somebody({ relationship: 'child', birthDate: Temporal.PlainDate.from('2015-05-05') });

async function family(modes = '{single,with-companions}', children = 2) {
  const { db } = deps.current;
  const office = await buildOffice(db, { capacity: 5, from: '2027-01-14T09:00:00Z' });
  await sql`UPDATE offering SET party_modes = ${modes}::text[] WHERE id = ${office.offeringId}`.execute(db);
  const people = [somebody(), ...Array.from({ length: children }, child)];
  const booking = await newBooking(office, { people });
  const { bookingId, accountId } = booking;
  const without = (position: number, now = deps.current.clock.now()) =>
    transact(db, (tx) => removePerson(tx, { bookingId, position, accountId, now }));
  return { office, people, without, ...booking };
}

const shown = (code: string) => bookingByCode(deps.current.db, deps.current.secrets, code);

describe('a party that becomes smaller', () => {
  it('gives one seat back with the person, who can be booked again at once', async () => {
    const { db } = deps.current;
    const { office, people, without, code, bookingId } = await family();
    expect(await freeSeats(office)).toEqual([2]);
    expect(await without(1)).toEqual({ ok: true });
    expect(await freeSeats(office)).toEqual([3]);
    const booking = await shown(code);
    expect(booking?.party).toBe(2);
    expect(booking?.people.map(({ position }) => position)).toEqual([0, 2]);
    const left = people[1];
    expect(left && (await newBooking(office, { people: [left] })).ok).toBe(true);
    expect((await historyOf(db, bookingId)).at(-1)).toMatchObject({ kind: 'person-removed', actor: 'citizen' });
    const { rows } = await sql`SELECT 1 FROM outbox WHERE task = 'notify' AND payload->>'kind' = 'person-removed'
      AND payload->>'bookingId' = ${bookingId}`.execute(db);
    expect(rows).toHaveLength(1);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('stays confirmed when somebody leaves after the confirmation', async () => {
    const { db } = deps.current;
    const { office, without, code, bookingId, accountId } = await family();
    const now = Temporal.Instant.from('2027-01-06T10:00:00Z');
    expect(await transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now }))).toEqual({ ok: true });
    expect(await without(2, now)).toEqual({ ok: true });
    expect(await shown(code)).toMatchObject({ status: 'confirmed', party: 2 });
    expect(await freeSeats(office)).toEqual([3]);
  });

  it('never loses its last person, however many leave at once', async () => {
    const { db } = deps.current;
    const { office, without, code } = await family('{single,with-companions,companions-only}');
    const outcomes = await Promise.all([without(0), without(1), without(2)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'last-person' });
    expect((await shown(code))?.people).toHaveLength(1);
    expect(await freeSeats(office)).toEqual([4]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('gives one seat back when the same person is taken out twice at once', async () => {
    const { db } = deps.current;
    const { office, without } = await family();
    const outcomes = await Promise.all([without(1), without(1)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'not-found' });
    expect(await freeSeats(office)).toEqual([3]);
    expect(await seatFaults(db)).toEqual([]);
  });

  it('gives back each seat once when somebody leaves while the booking is cancelled', async () => {
    const { db, clock } = deps.current;
    for (let round = 0; round < 5; round += 1) {
      const { office, without, bookingId, accountId } = await family();
      const cancel = transact(db, (tx) => cancelBooking(tx, { bookingId, accountId, now: clock.now() }));
      const [removed, cancelled] = await Promise.all([without(1), cancel]);
      expect(cancelled).toEqual({ ok: true });
      expect(removed.ok || removed.reason === 'already-cancelled').toBe(true);
      expect(await freeSeats(office)).toEqual([5]);
    }
    expect(await seatFaults(db)).toEqual([]);
  });

  it('keeps who booked, unless the service is booked for others too; and company where there must be some', async () => {
    const staying = await family();
    expect(await staying.without(0)).toEqual({ ok: false, reason: 'applicant-stays' });
    const together = await family('{with-companions}', 1);
    expect(await together.without(1)).toEqual({ ok: false, reason: 'companions-needed' });
    const others = await family('{with-companions,companions-only}', 1);
    expect(await others.without(0)).toEqual({ ok: true });
    expect(await others.without(1)).toEqual({ ok: false, reason: 'last-person' });
    expect(await others.without(7)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is the office’s matter once it is taken in charge, and past the cut-off', async () => {
    const { db, clock } = deps.current;
    const { office, without, bookingId, accountId } = await family();
    await transact(db, (tx) => takeInCharge(tx, { bookingId, operatorId: accountId, now: clock.now() }));
    expect(await without(1)).toEqual({ ok: false, reason: 'taken-in-charge' });
    const byOffice = { bookingId, position: 1, operatorId: accountId, now: clock.now() };
    expect(await transact(db, (tx) => removePersonByOffice(tx, byOffice))).toEqual({ ok: true });
    expect(await freeSeats(office)).toEqual([3]);
    const late = await family();
    expect(await late.without(1, Temporal.Instant.from('2027-01-14T08:59:59Z'))).toEqual({ ok: true });
    expect(await late.without(2, Temporal.Instant.from('2027-01-14T09:00:00Z'))).toEqual({
      ok: false,
      reason: 'too-late',
    });
  });
});
