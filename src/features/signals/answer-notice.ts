import { audit } from '#features/audit/index.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import './tables.ts';

/** The person says why a notice is wrong; once, and somebody reads it. */
export async function appealNotice(
  tx: Tx,
  secrets: Secrets,
  request: { noticeId: number; accountId: number; text: string; now: Temporal.Instant },
): Promise<Outcome<object, 'appealed-already'>> {
  const { noticeId, accountId, text, now } = request;
  const written = await tx
    .updateTable('signal_notice')
    .set({ appeal_cipher: secrets.encrypt(text), appealed_at: now })
    .where('id', '=', noticeId)
    .where('account_id', '=', accountId)
    .where('appealed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return written ? { ok: true } : { ok: false, reason: 'appealed-already' };
}

/** Somebody decides about the answer: the notice is taken back, or stands; the person is told which, and why. */
export async function settleNotice(
  tx: Tx,
  secrets: Secrets,
  request: {
    noticeId: number;
    officeId: number | null;
    outcome: 'kept' | 'withdrawn';
    answer: string;
    operatorId: number;
    now: Temporal.Instant;
  },
): Promise<Outcome<object, 'decided-already'>> {
  const { noticeId, officeId, outcome, answer, operatorId, now } = request;
  const settled = await tx
    .updateTable('signal_notice')
    .set({ outcome, answer_cipher: secrets.encrypt(answer), answered_by: operatorId, answered_at: now })
    .where('id', '=', noticeId)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .where('appealed_at', 'is not', null)
    .where('outcome', 'is', null)
    .where('account_id', '<>', operatorId)
    .returning('id')
    .executeTakeFirst();
  if (settled === undefined) return { ok: false, reason: 'decided-already' };
  const entry = { action: 'settle-signal-notice', subject: `notice:${noticeId}`, detail: { outcome } };
  await audit(tx, { at: now, accountId: operatorId, officeId, ...entry });
  await enqueue(tx, { task: 'notify', payload: { kind: 'signal-answered', noticeId }, at: now });
  return { ok: true };
}
