import type { Tx } from '#platform/database.ts';

interface Told {
  /** locked by whoever tells their people in the same transaction */
  readonly bookingIds: readonly string[];
  readonly now: Temporal.Instant;
}

/** People are being asked to confirm: once the request has left, a missing confirmation ends their booking. */
export async function markConfirmationAsked(tx: Tx, { bookingIds, now }: Told): Promise<void> {
  if (bookingIds.length === 0) return;
  await tx
    .updateTable('booking')
    .set({
      confirm_requested_at: now,
      confirm_sent_at: null,
      confirm_undelivered_at: null,
      confirm_undelivered_why: null,
    })
    .where('id', 'in', bookingIds)
    .execute();
  await tx
    .insertInto('booking_event')
    .values(
      bookingIds.map((id) => ({
        booking_id: id,
        at: now,
        kind: 'confirm-requested',
        actor: 'system',
        account_id: null,
      })),
    )
    .execute();
}

/** The confirmation request of this appointment was handed over to the mail server. */
export async function markConfirmationSent(
  tx: Tx,
  request: { bookingId: string; startsAt: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('booking')
    .set({ confirm_sent_at: request.now })
    .where('id', '=', request.bookingId)
    .where('starts_at', '=', request.startsAt)
    .where('confirm_requested_at', 'is not', null)
    .execute();
}

/** People are being reminded of their appointment: once. */
export async function markReminded(tx: Tx, { bookingIds, now }: Told): Promise<void> {
  if (bookingIds.length === 0) return;
  await tx.updateTable('booking').set({ reminded_at: now }).where('id', 'in', bookingIds).execute();
}

/** People are being reminded of what they have to send: once for each deadline. */
export async function markPreCheckReminded(tx: Tx, { bookingIds, now }: Told): Promise<void> {
  if (bookingIds.length === 0) return;
  await tx.updateTable('booking').set({ pre_check_reminded_at: now }).where('id', 'in', bookingIds).execute();
}

/** People are being reminded of what is missing: once for each appointment. */
export async function markCompletionReminded(tx: Tx, { bookingIds, now }: Told): Promise<void> {
  if (bookingIds.length === 0) return;
  await tx.updateTable('booking').set({ completion_reminded_at: now }).where('id', 'in', bookingIds).execute();
}
