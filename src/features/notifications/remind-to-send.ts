import { markPreCheckReminded } from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import { addMessages, bookingMessage } from './add-messages.ts';
import { bookingsToWriteAbout } from './recipient.query.ts';

/** Whoever was told less than a day ago what to send needs no reminder of it. */
const inPeace = Temporal.Duration.from({ hours: 24 });
const ahead = Temporal.Duration.from({ hours: 48 });

/** Reminds people of what they have to send, two days before it is due: once for each deadline. Answers how many. */
export async function remindToSend(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const { now, limit } = request;
  const due = await bookingsToWriteAbout(tx)
    .where('booking.live', '=', true)
    .where('booking.status', '<>', 'checked-in')
    .where('booking.pre_check', 'in', ['to-send', 'to-regularise'])
    .where('booking.pre_check_reminded_at', 'is', null)
    .where('booking.pre_check_due_at', '>', now)
    .where('booking.pre_check_due_at', '<=', now.add(ahead))
    .where('booking.pre_check_since', '<=', now.subtract(inPeace))
    .orderBy('booking.pre_check_due_at')
    .limit(limit)
    .forNoKeyUpdate('booking')
    .skipLocked()
    .execute();
  if (due.length === 0) return 0;
  await markPreCheckReminded(tx, { bookingIds: due.map((booking) => booking.id), now });
  const again = String(now.epochMilliseconds);
  await addMessages(
    tx,
    due.map((booking) => bookingMessage('pre-check-reminder', booking, again)),
    now,
  );
  return due.length;
}
