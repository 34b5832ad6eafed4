import { sql } from 'kysely';
import { markCompletionReminded } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { addMessages, bookingMessage } from './add-messages.ts';
import { bookingsToWriteAbout } from './recipient.query.ts';

/** Whoever booked less than a day ago was told what to send by the letter after booking. */
const inPeace = Temporal.Duration.from({ hours: 24 });
const ahead = Temporal.Duration.from({ hours: 48 });
/** No office closes earlier than thirty days before: this bound lets the index do the work. */
const furthest = Temporal.Duration.from({ hours: 720 + 48 });

/** Reminds people of the photo and the choices that are missing, two days before the last hour for them. Answers how many. */
export async function remindToComplete(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const { now, limit } = request;
  const until = sql<Temporal.Instant>`booking.starts_at - make_interval(hours => offering.completion_cutoff_hours)`;
  const due = await bookingsToWriteAbout(tx)
    .innerJoin('offering', 'offering.id', 'booking.offering_id')
    .where('booking.live', '=', true)
    .where('booking.status', '<>', 'checked-in')
    .where('booking.completion_reminded_at', 'is', null)
    .where('booking.starts_at', '>', now)
    .where('booking.starts_at', '<=', now.add(furthest))
    .where('booking.created_at', '<=', now.subtract(inPeace))
    .where(until, '>', now)
    .where(until, '<=', now.add(ahead))
    .where(
      sql<boolean>`(offering.delivery = 'asked' AND booking.delivery_cipher IS NULL OR offering.photo = 'asked' AND EXISTS (
        SELECT FROM booking_person q WHERE q.booking_id = booking.id AND NOT EXISTS (
          SELECT FROM booking_photo p WHERE p.booking_id = q.booking_id AND p.position = q.position AND p.state = 'accepted')))`,
    )
    .orderBy('booking.starts_at')
    .limit(limit)
    .forNoKeyUpdate('booking')
    .skipLocked()
    .execute();
  if (due.length === 0) return 0;
  await markCompletionReminded(tx, { bookingIds: due.map((booking) => booking.id), now });
  await addMessages(
    tx,
    due.map((booking) => bookingMessage('completion-reminder', booking)),
    now,
  );
  return due.length;
}
