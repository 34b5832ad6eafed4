import type { Tx } from '#platform/database.ts';
import type { PreCheckState } from './pre-check.rules.ts';

/** Where the examination of a locked booking stands; what was missing before is forgotten with it. */
export async function setPreCheck(
  tx: Tx,
  bookingId: string,
  to: {
    state: PreCheckState;
    /** while it is the citizen's turn */
    dueAt?: Temporal.Instant;
    /** encrypted */
    missing?: Buffer;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .updateTable('booking')
    .set({
      pre_check: to.state,
      pre_check_since: to.now,
      pre_check_due_at: to.dueAt ?? null,
      pre_check_reminded_at: null,
      pre_check_missing_cipher: to.missing ?? null,
    })
    .where('id', '=', bookingId)
    .execute();
}
