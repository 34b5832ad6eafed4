import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { endRefusal } from '../cancel.rules.ts';
import { settleOffers } from './settle-offers.ts';

/**
 * The office receives the people at the time they have after all: what was open about another seat is settled, and
 * nobody has to confirm any more.
 */
export async function keepAsIs(
  tx: Tx,
  request: { bookingId: string; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'already-cancelled' | 'over'>> {
  const { bookingId, operatorId, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const end = endRefusal(booking);
  if (end !== undefined) return { ok: false, reason: end };
  await settleOffers(tx, { bookingId, now });
  await tx.updateTable('booking').set({ status: 'confirmed' }).where('id', '=', bookingId).execute();
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'kept', actor });
  await notifyOf(tx, { kind: 'confirmed', bookingId, at: now });
  return { ok: true };
}
