import type { Tx } from '#platform/database.ts';
import type { RequestKind } from './request.rules.ts';

/** What was asked of the office has been done. The caller has locked the booking. */
export async function closeRequests(
  tx: Tx,
  request: { bookingId: string; kinds: readonly RequestKind[]; by: number | null; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('booking_request')
    .set({ state: 'done', answered_by: request.by, answered_at: request.now })
    .where('booking_id', '=', request.bookingId)
    .where('kind', 'in', request.kinds)
    .where('state', '=', 'open')
    .execute();
}
