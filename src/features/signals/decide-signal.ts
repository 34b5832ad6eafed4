import { sql } from 'kysely';
import { block } from '#features/account-cases/index.ts';
import { audit } from '#features/audit/index.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { accountsOfSignal, findSignal, type Whose } from './signal.query.ts';
import type { Decision } from './tables.ts';

export interface SignalDecision {
  readonly signalId: number;
  readonly whose: Whose;
  /** where a block holds: the office with its zone; null: everywhere */
  readonly place: { readonly id: number; readonly timeZone: string } | null;
  readonly decision: Decision;
  /** whom it is for; nobody where it was no matter */
  readonly accounts: readonly number[];
  readonly reason: string;
  /** of a block */
  readonly lastDay: Temporal.PlainDate | null;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export type DecideRefusal =
  | 'decided-already'
  | 'nobody-chosen'
  | 'own-account'
  | 'already-blocked'
  | 'day-over'
  | 'gone';

/** A person decides what a signal means, with a reason that those concerned read. Nothing else ever follows from a signal. */
export async function decideSignal(
  tx: Tx,
  secrets: Secrets,
  request: SignalDecision,
): Promise<Outcome<{ accounts: readonly number[] }, DecideRefusal>> {
  const { signalId, whose, place, decision, reason, lastDay, operatorId, now } = request;
  const { rows } = await sql`SELECT FROM signal WHERE id = ${signalId} AND decision IS NULL FOR UPDATE`.execute(tx);
  const signal = rows.length > 0 ? await findSignal(tx, { id: signalId, whose }) : undefined;
  if (signal === undefined) return { ok: false, reason: 'decided-already' };
  const mine = new Set(
    (await accountsOfSignal(tx, { id: signalId, whose })).filter(({ own }) => own).map(({ id }) => id),
  );
  const chosen = decision === 'no-matter' ? [] : request.accounts.filter((id) => mine.has(id));
  if (decision !== 'no-matter' && chosen.length === 0) return { ok: false, reason: 'nobody-chosen' };
  if (chosen.includes(operatorId)) return { ok: false, reason: 'own-account' };
  for (const accountId of chosen) {
    if (decision === 'block') {
      const blocked = await block(tx, secrets, { accountId, place, kind: 'abuse', reason, lastDay, operatorId, now });
      if (!blocked.ok) return blocked;
    } else if (decision !== 'no-matter') {
      const notice = await tx
        .insertInto('signal_notice')
        .values({
          account_id: accountId,
          office_id: place?.id ?? null,
          signal_kind: signal.kind,
          decision,
          reason_cipher: secrets.encrypt(reason),
          created_by: operatorId,
          created_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await enqueue(tx, { task: 'notify', payload: { kind: 'signal-notice', noticeId: notice.id }, at: now });
    }
  }
  await tx
    .updateTable('signal')
    .set({
      decision,
      reason_cipher: secrets.encrypt(reason),
      decided_office: place?.id ?? null,
      decided_by: operatorId,
      decided_at: now,
    })
    .where('id', '=', signalId)
    .execute();
  await sql`
    INSERT INTO signal_count AS c (month, kind, decision, count)
    VALUES (date_trunc('month', ${now}::timestamptz AT TIME ZONE 'UTC')::date, ${signal.kind}, ${decision}, 1)
    ON CONFLICT (month, kind, decision) DO UPDATE SET count = c.count + 1`.execute(tx);
  await audit(tx, {
    at: now,
    accountId: operatorId,
    officeId: place?.id ?? null,
    action: 'decide-signal',
    subject: `signal:${signalId}`,
    detail: { kind: signal.kind, decision, accounts: chosen.length },
  });
  return { ok: true, accounts: chosen };
}
