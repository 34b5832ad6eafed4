import { withdrawalAsked } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import type { Task } from '#platform/jobs.ts';
import { transact } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { isUncovered } from './uncovered.query.ts';
import { settleOffers } from './settle-offers.ts';

/**
 * The office is open again where it had closed: whoever was offered another seat because of it, and has not taken it,
 * keeps the appointment they have, and is told. Who booked first comes first, where only some hours are open again.
 */
export const withdrawMoves: Task = async (deps, payload) => {
  const { officeId } = withdrawalAsked.parse(payload);
  const now = deps.clock.now();
  const open = await deps.db
    .selectFrom('proposal')
    .innerJoin('booking', 'booking.id', 'proposal.booking_id')
    .select('booking.id as bookingId')
    .where('proposal.office_id', '=', officeId)
    .where('proposal.settled_at', 'is', null)
    .where('proposal.cause', 'in', ['closure', 'planner'])
    .where('booking.live', '=', true)
    .where('booking.starts_at', '>', now)
    .orderBy('booking.created_at')
    .orderBy('booking.id')
    .execute();
  for (const { bookingId } of open) await withdraw(deps.db, { bookingId, now });
};

async function withdraw(db: Db, { bookingId, now }: { bookingId: string; now: Temporal.Instant }): Promise<void> {
  await transact(db, async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    const offer = await tx
      .selectFrom('proposal')
      .select(['id', 'cause'])
      .where('booking_id', '=', bookingId)
      .where('settled_at', 'is', null)
      .executeTakeFirst();
    if (booking === undefined || offer === undefined || offer.cause === 'office') return { ok: true };
    if (await isUncovered(tx, booking)) return { ok: true };
    await settleOffers(tx, { bookingId, now });
    // While the offer was open nobody was asked to confirm: who can do so no more in time need not.
    const closes = booking.confirmClosesAt;
    if (booking.status === 'booked' && closes && Temporal.Instant.compare(closes, now.add({ hours: 24 })) <= 0)
      await tx.updateTable('booking').set({ status: 'confirmed' }).where('id', '=', bookingId).execute();
    await recordEvent(tx, { bookingId, at: now, kind: 'offer-withdrawn', actor: { kind: 'system' } });
    await notifyOf(tx, { kind: 'move-withdrawn', bookingId, about: offer.id, at: now });
    return { ok: true };
  });
}
