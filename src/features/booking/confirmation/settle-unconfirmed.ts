import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { cancelUnconfirmed } from '../cancel.ts';
import { lockBooking } from '../locked-booking.ts';
import { settleEach } from '../settle-each.ts';
import { openOffers } from '../moves/offer.query.ts';
import { fateOfUnconfirmed } from './unconfirmed.rules.ts';
import { handOver, markConfirmUndelivered } from './undelivered.ts';

interface Sweep {
  readonly now: Temporal.Instant;
  readonly most: number;
}

/**
 * Ends a booking whose confirmation was asked for, was due and is missing. Whoever was never asked, or not in time, loses
 * nothing: the booking goes to the office's list.
 */
export async function settleUnconfirmed(
  tx: Tx,
  request: { bookingId: string; now: Temporal.Instant },
): Promise<Outcome<object, 'not-due' | 'not-found'>> {
  const { bookingId, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const fate = fateOfUnconfirmed(booking, now);
  if (fate === 'not-due') return { ok: false, reason: 'not-due' };
  // Nobody has to confirm a time that the office itself wants changed: it is settled between the two of them.
  if ((await openOffers(tx, [bookingId])).size > 0) return { ok: false, reason: 'not-due' };
  if (fate === 'cancel') await cancelUnconfirmed(tx, booking, now);
  else await handOver(tx, { bookingId, why: fate, now });
  return { ok: true };
}

/** Settles all bookings whose confirmation is overdue, each in its own transaction; answers how many. */
export function settleOverdue(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT id FROM booking
    WHERE status = 'booked' AND confirm_by = 'citizen' AND confirm_closes_at <= ${now} AND confirm_undelivered_at IS NULL
      AND NOT EXISTS (SELECT FROM proposal p WHERE p.booking_id = booking.id AND p.settled_at IS NULL)
    ORDER BY confirm_closes_at LIMIT ${most}`;
  return settleEach(db, due, async (tx, bookingId) => (await settleUnconfirmed(tx, { bookingId, now })).ok);
}

/** Bookings to be asked for their confirmation where nobody left an address go to the office as their window opens. */
export function handOverUnreachable(db: Db, { now, most }: Sweep): Promise<number> {
  const due = sql<{ id: string }>`
    SELECT b.id FROM booking b LEFT JOIN account a ON a.id = b.account_id
    WHERE b.status = 'booked' AND b.confirm_by = 'citizen' AND b.confirm_requested_at IS NULL AND b.confirm_opens_at <= ${now}
      AND b.confirm_undelivered_at IS NULL AND b.contact_email IS NULL AND a.email IS NULL
    ORDER BY b.confirm_opens_at LIMIT ${most}`;
  return settleEach(db, due, (tx, bookingId) =>
    markConfirmUndelivered(tx, { bookingId, startsAt: undefined, why: 'no-address', now }),
  );
}
