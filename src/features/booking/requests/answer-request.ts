import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';

/** The office answers a request in words, which the citizen gets by e-mail. */
export async function answerRequest(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; requestId: string; operatorId: number; answer: string; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'already-answered'>> {
  const { bookingId, requestId, operatorId, now } = request;
  if ((await lockBooking(tx, bookingId)) === undefined) return { ok: false, reason: 'not-found' };
  const answered = await tx
    .updateTable('booking_request')
    .set({
      state: 'answered',
      answer_cipher: secrets.encrypt(request.answer),
      answered_by: operatorId,
      answered_at: now,
    })
    .where('id', '=', requestId)
    .where('booking_id', '=', bookingId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (answered.numUpdatedRows === 0n) return { ok: false, reason: 'already-answered' };
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'request-answered', actor });
  await notifyOf(tx, { kind: 'request-answered', bookingId, about: requestId, at: now });
  return { ok: true };
}
