import { markReminded } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { addMessages, bookingMessage } from './add-messages.ts';
import { bookingsToWriteAbout } from './recipient.query.ts';
import { aDayBefore } from './remind-to-confirm.ts';

/**
 * Reminds people of their appointment one calendar day before, at the same hour by the office's clock. Whoever booked
 * later than that needs no reminder. Answers how many were reminded.
 */
export async function remind(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const { now, limit } = request;
  const due = await bookingsToWriteAbout(tx)
    .innerJoin('office', 'office.id', 'booking.office_id')
    .where('booking.live', '=', true)
    .where('booking.status', '=', 'confirmed')
    .where('booking.reminded_at', 'is', null)
    .where('booking.starts_at', '>', now)
    // No calendar day is longer than 26 hours: this bound lets the index do the work.
    .where('booking.starts_at', '<=', now.add({ hours: 26 }))
    .where(aDayBefore('booking.starts_at'), '<=', now)
    .whereRef('booking.created_at', '<', aDayBefore('booking.starts_at'))
    .orderBy('booking.starts_at')
    .limit(limit)
    .forNoKeyUpdate('booking')
    .skipLocked()
    .execute();
  if (due.length === 0) return 0;
  await markReminded(tx, { bookingIds: due.map((booking) => booking.id), now });
  await addMessages(
    tx,
    due.map((booking) => bookingMessage('reminder', booking)),
    now,
  );
  return due.length;
}
