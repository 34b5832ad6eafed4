import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import { proofRules } from './rules.ts';
import type { ProofPurpose } from './tables.ts';

/**
 * A new link and code for a mailbox; the message is written and sent by the worker. A decoy is counted and can be
 * mistyped like any other, but nobody is sent it and it proves nothing. `gone`: the account gave way to a newer
 * registration of its address.
 */
export async function issueProof(
  tx: Tx,
  request: {
    accountId: number;
    purpose: ProofPurpose;
    now: Temporal.Instant;
    decoy?: boolean;
    /** the message that carries it, where it is not the one named like its purpose */
    letter?: 'account-locked';
  },
): Promise<{ ok: true; proofId: string } | { ok: false; reason: 'too-soon' | 'too-many' | 'gone' }> {
  const { accountId, purpose, now, decoy = false } = request;
  // Two requests of the same instant: the second waits here and is then too soon.
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) return { ok: false, reason: 'gone' };
  const recent = await tx
    .selectFrom('email_proof')
    .select('created_at')
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', now.subtract({ hours: 24 }))
    .orderBy('created_at', 'desc')
    .execute();
  const [last] = recent;
  const tooSoon = last !== undefined && Temporal.Instant.compare(last.created_at.add(proofRules.again), now) > 0;
  if (tooSoon) return { ok: false, reason: 'too-soon' };
  if (recent.length >= proofRules.mostADay) return { ok: false, reason: 'too-many' };
  const { id: proofId } = await tx
    .insertInto('email_proof')
    .values({
      account_id: accountId,
      purpose,
      // Told of a lock, nobody waits a minute before asking for a link themselves.
      created_at: request.letter === undefined ? now : now.subtract(proofRules.again),
      expires_at: now.add(proofRules.good[purpose]),
      used_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (!decoy)
    await enqueue(tx, { task: 'notify', payload: { kind: request.letter ?? purpose, accountId, proofId }, at: now });
  return { ok: true, proofId };
}
