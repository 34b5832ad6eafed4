import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type CodeBinding, codeKey, mostAttempts, readDigits } from './code.rules.ts';

export type CodeFault = 'required' | 'wrong' | 'expired' | 'too-many';

/** `left`: attempts that remain, where one was counted. */
export type CodeVerdict = { ok: true } | { ok: false; reason: CodeFault; left?: number };

/**
 * Whether these are the digits of the newest code of the hold. A wrong attempt is counted in the statement that looks at
 * it, so that guesses sent at once wait for each other; and not in the transaction that books, as a refusal there would
 * take the count back with it. The right digits count for nothing: the second press of a button is as good as the first.
 */
export async function checkCode(
  db: Db,
  secrets: Secrets,
  request: CodeBinding & { readonly typed: string | undefined; readonly now: Temporal.Instant },
): Promise<CodeVerdict> {
  const { holdId, accountId, sessionKey, typed = '', now } = request;
  if (typed.trim() === '') return { ok: false, reason: 'required' };
  const digits = readDigits(typed);
  if (digits === undefined) return { ok: false, reason: 'wrong' };
  const given = codeKey(secrets, request, digits);
  // Both sides are keyed hashes: how long the database takes over them tells nothing about digits.
  const { rows } = await sql<{ code_key: Buffer; attempts: number }>`
    UPDATE one_time_code SET attempts = attempts + (code_key <> ${given})::int
    WHERE id = (SELECT max(id) FROM one_time_code WHERE hold_id = ${holdId})
      AND account_id = ${accountId} AND session_key = ${sessionKey}
      AND attempts < ${mostAttempts} AND expires_at > ${now}
    RETURNING code_key, attempts`.execute(db);
  const [looked] = rows;
  if (looked === undefined) return whyNot(db, request);
  if (timingSafeEqual(looked.code_key, given)) return { ok: true };
  return { ok: false, reason: 'wrong', left: mostAttempts - looked.attempts };
}

async function whyNot(
  db: Db,
  { holdId, accountId, sessionKey, now }: CodeBinding & { now: Temporal.Instant },
): Promise<CodeVerdict> {
  const { rows } = await sql<{ attempts: number; expires_at: Temporal.Instant }>`
    SELECT attempts, expires_at FROM one_time_code
    WHERE id = (SELECT max(id) FROM one_time_code WHERE hold_id = ${holdId})
      AND account_id = ${accountId} AND session_key = ${sessionKey}`.execute(db);
  const [code] = rows;
  // None was asked for, or by another session: no digits are right.
  if (code === undefined) return { ok: false, reason: 'wrong' };
  const isOver = Temporal.Instant.compare(code.expires_at, now) <= 0;
  return { ok: false, reason: isOver ? 'expired' : 'too-many' };
}
