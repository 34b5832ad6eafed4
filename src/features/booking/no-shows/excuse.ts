import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { recordEvent } from '../record-event.ts';
import '../tables.ts';

/** The office accepts why somebody did not come: the appointment missed no longer counts towards a pause. */
export async function excuseNoShow(
  tx: Tx,
  request: { bookingId: string; officeId: number; operatorId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'own-account'>> {
  const { bookingId, officeId, operatorId, now } = request;
  const { rows } = await sql<{ accountId: number | null }>`
    SELECT account_id AS "accountId" FROM booking
    WHERE id = ${bookingId} AND office_id = ${officeId} AND status = 'no-show'`.execute(tx);
  const [booking] = rows;
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.accountId === operatorId) return { ok: false, reason: 'own-account' };
  const written = await tx
    .insertInto('no_show_excuse')
    .values({ booking_id: bookingId, excused_by: operatorId, excused_at: now })
    .onConflict((on) => on.column('booking_id').doNothing())
    .returning('booking_id')
    .executeTakeFirst();
  const actor = { kind: 'office', accountId: operatorId } as const;
  if (written) await recordEvent(tx, { bookingId, at: now, kind: 'no-show-excused', actor });
  return { ok: true };
}
