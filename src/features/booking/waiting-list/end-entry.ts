import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { AsleepWhy, EntryState, SeatOfferState } from './entry.rules.ts';
import type { LockedEntry } from './lock-entry.ts';

/** Settles the open offer of a locked entry; its seat goes to whoever is next, a moment later. */
export async function closeOffer(
  tx: Tx,
  entry: LockedEntry,
  { state, now }: { state: Exclude<SeatOfferState, 'offered' | 'accepted'>; now: Temporal.Instant },
): Promise<void> {
  if (entry.offer === undefined) return;
  const { id, holdId } = entry.offer;
  await tx.updateTable('waiting_offer').set({ state, decided_at: now }).where('id', '=', id).execute();
  await sql`UPDATE hold SET state = 'released' WHERE id = ${holdId} AND state = 'live'`.execute(tx);
}

/** Takes a locked entry off the list. */
export async function endEntry(
  tx: Tx,
  entry: LockedEntry,
  how: {
    state: Extract<EntryState, 'booked' | 'left' | 'removed' | 'ended'>;
    now: Temporal.Instant;
    by?: number;
    reason?: Buffer;
  },
): Promise<void> {
  const { state, now, by, reason } = how;
  await closeOffer(tx, entry, { state: 'withdrawn', now });
  await tx
    .updateTable('waiting_entry')
    .set({ state, state_at: now, asleep_why: null, closed_by: by ?? null, reason_cipher: reason ?? null })
    .where('id', '=', entry.id)
    .execute();
}

/** Nothing is offered to it until its person says that it is still needed. */
export async function putToSleep(
  tx: Tx,
  { entryId, why, now }: { entryId: string; why: AsleepWhy; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('waiting_entry')
    .set({ state: 'asleep', asleep_why: why, state_at: now })
    .where('id', '=', entryId)
    .execute();
}
