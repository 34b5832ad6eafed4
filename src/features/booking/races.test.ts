import { describe, expect, it } from 'vitest';
import { transact } from '#platform/transaction.ts';
import { bookingTools } from '#test/booking-tools.ts';
import { buildOffice } from '#test/build-office.ts';
import { testNow, useDeps } from '#test/deps.ts';
import { bookingByCode } from './booking.query.ts';
import { cancelByOffice } from './cancel.ts';
import { confirmBooking } from './confirmation/confirm.ts';
import { historyOf } from './history.query.ts';
import { releaseExpired } from './seats/give-back.ts';
import { seatFaults } from './seats/seat-faults.query.ts';

const deps = useDeps();
const { newAccount, heldId, booked, newBooking, freeSeats } = bookingTools(deps);

describe('in the same instant', () => {
  it('a seat whose time is over is either booked or free again, never both and never neither', async () => {
    const { db, clock } = deps.current;
    for (let round = 0; round < 8; round += 1) {
      clock.set(testNow);
      const office = await buildOffice(db, { capacity: 1 });
      const accountId = await newAccount();
      const holdId = await heldId(office, { kind: 'account', accountId });
      const over = clock.now().add({ minutes: 10 });
      // The form was sent in the last moment, by the clock of the process that serves it.
      const inTime = over.subtract({ milliseconds: 1 });
      const release = () => releaseExpired(db, over);
      const book = () => booked(holdId, accountId, { now: inTime });
      const [outcome] =
        round % 2 === 0
          ? await Promise.all([book(), release()])
          : (await Promise.all([release(), book()])).toReversed();
      const isBooked = typeof outcome === 'object' && outcome.ok;
      if (!isBooked) expect(outcome).toMatchObject({ reason: 'hold-expired' });
      await release();
      expect(await freeSeats(office)).toEqual([isBooked ? 0 : 1]);
    }
    expect(await seatFaults(db)).toEqual([]);
  });

  it('the office cancels and the citizen confirms: it is cancelled, and the citizen is never told otherwise afterwards', async () => {
    const { db, secrets } = deps.current;
    const now = Temporal.Instant.from('2027-01-06T10:00:00Z');
    for (let round = 0; round < 8; round += 1) {
      deps.current.clock.set(testNow);
      const office = await buildOffice(db, { capacity: 1, from: '2027-01-14T09:00:00Z' });
      const { bookingId, accountId, code } = await newBooking(office);
      const cancel = () =>
        transact(db, (tx) => cancelByOffice(tx, secrets, { bookingId, operatorId: accountId, reason: 'Chiuso', now }));
      const confirm = () => transact(db, (tx) => confirmBooking(tx, { bookingId, accountId, now }));
      const [cancelled, confirmed] = await Promise.all([cancel(), confirm()]);
      expect(cancelled).toEqual({ ok: true });
      expect(await bookingByCode(db, secrets, code)).toMatchObject({ status: 'cancelled', cancelledBy: 'office' });
      const kinds = (await historyOf(db, bookingId)).map(({ kind }) => kind);
      expect(kinds).toEqual(confirmed.ok ? ['created', 'confirmed', 'cancelled'] : ['created', 'cancelled']);
      expect(await freeSeats(office)).toEqual([1]);
    }
    expect(await seatFaults(db)).toEqual([]);
  });
});
