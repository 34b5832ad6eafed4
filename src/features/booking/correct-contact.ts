import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from './locked-booking.ts';
import { recordEvent } from './record-event.ts';

/**
 * The office puts a booking's e-mail address or telephone right. From then on its e-mails go there, and no longer to the
 * account of whoever booked. The history says what changed, not the addresses.
 */
export async function correctContact(
  tx: Tx,
  request: {
    bookingId: string;
    operatorId: number;
    email: string | null;
    phone: string | null;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, 'not-found'>> {
  const { bookingId, email, phone, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const before = await tx
    .selectFrom('booking')
    .select(['contact_email as email', 'contact_phone as phone'])
    .where('id', '=', bookingId)
    .executeTakeFirstOrThrow();
  const changed = [before.email !== email && 'email', before.phone !== phone && 'phone'].filter((one) => one !== false);
  // Giving the same address again says that it is the one to use, though the account has another.
  await tx
    .updateTable('booking')
    .set({ contact_email: email, contact_phone: phone, contact_corrected_at: email === null ? null : now })
    .where('id', '=', bookingId)
    .execute();
  if (changed.length === 0) return { ok: true };
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'contact-corrected', actor, detail: { changed } });
  return { ok: true };
}
