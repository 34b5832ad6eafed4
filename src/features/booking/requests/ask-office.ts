import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { recordEvent } from '../record-event.ts';
import { endRefusal } from '../cancel.rules.ts';
import { type RequestKind, requestsADay } from './request.rules.ts';

export type AskRefusal = 'not-found' | 'already-cancelled' | 'over' | 'already-asked' | 'too-many-requests';

/** A citizen asks the office to cancel or change what they may not change alone. One open request of a kind. */
export async function askOffice(
  tx: Tx,
  secrets: Secrets,
  request: { bookingId: string; kind: RequestKind; text: string; accountId: number | null; now: Temporal.Instant },
): Promise<Outcome<object, AskRefusal>> {
  const { bookingId, kind, accountId, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const end = endRefusal(booking);
  if (end !== undefined) return { ok: false, reason: end };
  if (Temporal.Instant.compare(booking.endsAt, now) <= 0) return { ok: false, reason: 'over' };
  const { rows } = await sql<{ open: boolean; today: number }>`
    SELECT coalesce(bool_or(state = 'open' AND kind = ${kind}), false) AS open,
           count(*) FILTER (WHERE created_at > ${now.subtract({ hours: 24 })})::int AS today
    FROM booking_request WHERE booking_id = ${bookingId}`.execute(tx);
  const [before] = rows;
  if (before?.open) return { ok: false, reason: 'already-asked' };
  if (before && before.today >= requestsADay) return { ok: false, reason: 'too-many-requests' };
  await tx
    .insertInto('booking_request')
    .values({
      booking_id: bookingId,
      office_id: booking.officeId,
      kind,
      text_cipher: secrets.encrypt(request.text),
      state: 'open',
      answer_cipher: null,
      answered_by: null,
      created_at: now,
      answered_at: null,
    })
    .execute();
  const actor = { kind: 'citizen', accountId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'office-asked', actor, detail: { kind } });
  return { ok: true };
}
