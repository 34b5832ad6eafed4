import type { Tx } from '#platform/database.ts';

/** A seat offered from the list has just been booked, by whichever page: its entry leaves the list. */
export async function settleAccepted(
  tx: Tx,
  { holdId, bookingId, now }: { holdId: string; bookingId: string; now: Temporal.Instant },
): Promise<void> {
  const offer = await tx
    .selectFrom('waiting_offer')
    .select(['id', 'entry_id as entryId'])
    .where('hold_id', '=', holdId)
    .executeTakeFirst();
  if (offer === undefined) return;
  await tx
    .updateTable('waiting_entry')
    .set({ state: 'accepted', state_at: now, asleep_why: null, needed_at: now })
    .where('id', '=', offer.entryId)
    .execute();
  await tx
    .updateTable('waiting_offer')
    .set({ state: 'accepted', decided_at: now, booking_id: bookingId })
    .where('id', '=', offer.id)
    .execute();
}
