import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { addMessages, bookingMessage } from './add-messages.ts';
import { bookingsToWriteAbout } from './recipient.query.ts';

/**
 * Reminds people who were asked and have not answered, one calendar day of the office before the window closes. The
 * message itself is the mark that it was done. Whoever was asked less than twelve hours ago is left in peace.
 */
export async function remindToConfirm(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const { now, limit } = request;
  const due = await bookingsToWriteAbout(tx)
    .innerJoin('office', 'office.id', 'booking.office_id')
    .where('booking.status', '=', 'booked')
    .where('booking.confirm_closes_at', '>', now)
    // No calendar day is longer than 26 hours: this bound lets the index do the work.
    .where('booking.confirm_closes_at', '<=', now.add({ hours: 26 }))
    .where('booking.confirm_requested_at', '<=', now.subtract({ hours: 12 }))
    .where(aDayBefore('booking.confirm_closes_at'), '<=', now)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('message')
            .select(sql.lit(1).as('one'))
            .whereRef('message.booking_id', '=', 'booking.id')
            .where('message.kind', '=', 'confirm-reminder')
            .where(sql<boolean>`(message.detail ->> 'startsAt')::timestamptz = booking.starts_at`),
        ),
      ),
    )
    .orderBy('booking.confirm_closes_at')
    .limit(limit)
    .forNoKeyUpdate('booking')
    .skipLocked()
    .execute();
  await addMessages(
    tx,
    due.map((booking) => bookingMessage('confirm-reminder', booking)),
    now,
  );
  return due.length;
}

/** The same hour one calendar day earlier, by the office's clock. */
export function aDayBefore(column: 'booking.confirm_closes_at' | 'booking.starts_at') {
  const at = sql.ref(column);
  return sql<Temporal.Instant>`(((${at} AT TIME ZONE office.time_zone) - interval '1 day') AT TIME ZONE office.time_zone)`;
}
