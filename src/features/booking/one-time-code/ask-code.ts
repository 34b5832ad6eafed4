import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type HoldOwner, ownerKeys } from '../hold/hold-owner.ts';
import { type CodeBinding, codeKey, codeLife, digitsOf, mostInAnHour, pause } from './code.rules.ts';

/** The payload of `notify` that sends a code. */
export interface CodeNotice {
  readonly kind: 'one-time-code';
  readonly accountId: number;
  readonly codeId: string;
}

type Asked = Outcome<{ expiresAt: Temporal.Instant; againAt: Temporal.Instant }, 'hold-expired' | 'too-soon'> & {
  /** when one may be asked for, if it was too soon */
  againAt?: Temporal.Instant;
};

/** Sends a new code for a live hold to the account's proved address; those before it are dead from then on. */
export async function askCode(
  tx: Tx,
  secrets: Secrets,
  request: CodeBinding & { readonly owner: HoldOwner; readonly now: Temporal.Instant },
): Promise<Asked> {
  const { holdId, accountId, sessionKey, now } = request;
  // Whoever asks twice at once waits here, and is then too soon.
  await sql`SELECT 1 FROM account WHERE id = ${accountId} FOR NO KEY UPDATE`.execute(tx);
  const held = await sql`
    SELECT 1 FROM hold WHERE id = ${holdId} AND owner = ANY (${ownerKeys(secrets, request.owner)}) AND state = 'live'
      AND expires_at > ${now}`.execute(tx);
  if (held.rows.length === 0) return { ok: false, reason: 'hold-expired' };
  const againAt = await nextAllowed(tx, request);
  if (againAt && Temporal.Instant.compare(now, againAt) < 0) return { ok: false, reason: 'too-soon', againAt };
  const salt = randomBytes(16);
  const expiresAt = now.add(codeLife);
  const { id } = await tx
    .insertInto('one_time_code')
    .values({
      hold_id: holdId,
      account_id: accountId,
      session_key: sessionKey,
      salt,
      code_key: codeKey(secrets, request, digitsOf(secrets, salt)),
      created_at: now,
      expires_at: expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const notice: CodeNotice = { kind: 'one-time-code', accountId, codeId: id };
  await enqueue(tx, { task: 'notify', payload: notice, at: now });
  return { ok: true, expiresAt, againAt: now.add(pause) };
}

/** When the next code may be sent for this hold: a minute after the last, and not before the first of ten is an hour old. */
export async function nextAllowed(
  tx: Tx | Db,
  { holdId, accountId, now }: { holdId: string; accountId: number; now: Temporal.Instant },
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ last: Temporal.Instant | null; tenth: Temporal.Instant | null }>`
    SELECT (SELECT max(created_at) FROM one_time_code WHERE hold_id = ${holdId}) AS last,
           (SELECT created_at FROM one_time_code
            WHERE account_id = ${accountId} AND created_at > ${now.subtract({ hours: 1 })}
            ORDER BY created_at DESC OFFSET ${mostInAnHour - 1} LIMIT 1) AS tenth`.execute(tx);
  const [row] = rows;
  const after = [row?.last?.add(pause), row?.tenth?.add({ hours: 1 })].filter((instant) => instant !== undefined);
  return after.sort((a, b) => Temporal.Instant.compare(b, a))[0];
}
