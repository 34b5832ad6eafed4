import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { retryAfter } from '../rules.ts';
import type { CertifiedSubjects } from '../subject.ts';
import type { ClaimedCertified } from './claim-certified.ts';

/** The provider's server has it; what becomes of it, its receipts tell. One may have come before this answer. */
export async function certifiedSent(deps: Deps, message: ClaimedCertified, subjects: CertifiedSubjects): Promise<void> {
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('certified_message')
      .set({ state: 'sent', sent_at: now, fault: null })
      .where('id', '=', message.id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    if (numUpdatedRows > 0n) {
      await subjects[message.about]?.changed?.(tx, { aboutId: message.aboutId, state: 'sent', at: now });
    }
    return { ok: true };
  });
}

export async function certifiedDropped(deps: Deps, message: ClaimedCertified): Promise<void> {
  await deps.db
    .updateTable('certified_message')
    .set({ state: 'dropped' })
    .where('id', '=', message.id)
    .where('state', '=', 'waiting')
    .execute();
}

/** It was not taken now. After about a day it counts as failed, and an operator sends it by hand. */
export async function certifiedNotTaken(
  deps: Deps,
  message: ClaimedCertified,
  { fault, subjects }: { fault: string; subjects: CertifiedSubjects },
): Promise<void> {
  const now = deps.clock.now();
  const pause = retryAfter(message.attempts);
  deps.log.warn({ certified: message.id, attempts: message.attempts, fault }, 'a certified e-mail was not taken');
  await transact(deps.db, async (tx) => {
    const next = pause === undefined ? { state: 'failed' as const, failed_at: now } : { next_try_at: now.add(pause) };
    const { numUpdatedRows } = await tx
      .updateTable('certified_message')
      .set({ fault, ...next })
      .where('id', '=', message.id)
      .where('state', '=', 'waiting')
      .where('attempts', '=', message.attempts)
      .executeTakeFirst();
    if (pause === undefined && numUpdatedRows > 0n) {
      await subjects[message.about]?.changed?.(tx, { aboutId: message.aboutId, state: 'failed', at: now });
    }
    return { ok: true };
  });
}
