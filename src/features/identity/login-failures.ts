import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { failuresAllowed, failureWindow, lockUntil } from './rules.ts';

/** Whose wrong passwords add up: an address, and apart from strangers each browser known to its account. */
export interface FailureKey {
  readonly email: string;
  /** '' for a browser that never logged in to this account */
  readonly device: string;
}

export type CountedAttempt =
  | { ok: true; failures: number; lockedUntil: Temporal.Instant | null }
  | { ok: false; until: Temporal.Instant };

interface Row {
  failures: number;
  first_at: Temporal.Instant;
  locked_until: Temporal.Instant | null;
}

/**
 * Counts an attempt as failed before the password is looked at; a right one takes it back with `forgetFailures`. So a
 * hundred guesses sent at once are ten guesses and a lock. Not ok: locked already.
 */
export async function countFailure(
  tx: Tx,
  request: FailureKey & { now: Temporal.Instant; secrets: Secrets },
): Promise<CountedAttempt> {
  const { device, now } = request;
  const emailKey = keyOf(request.secrets, request.email);
  await sql`
    INSERT INTO login_failure (email_key, device, failures, first_at) VALUES (${emailKey}, ${device}, 0, ${now})
    ON CONFLICT DO NOTHING`.execute(tx);
  const { rows } = await sql<Row>`
    SELECT failures, first_at, locked_until FROM login_failure
    WHERE email_key = ${emailKey} AND device = ${device} FOR UPDATE`.execute(tx);
  const row = rows[0] ?? { failures: 0, first_at: now, locked_until: null };
  const isLocked = row.locked_until !== null && Temporal.Instant.compare(row.locked_until, now) > 0;
  if (isLocked && row.locked_until !== null) return { ok: false, until: row.locked_until };
  const isOver = row.locked_until !== null || Temporal.Instant.compare(row.first_at.add(failureWindow), now) <= 0;
  const failures = isOver ? 1 : row.failures + 1;
  const firstAt = isOver || row.failures === 0 ? now : row.first_at;
  const lockedUntil = failures >= failuresAllowed ? lockUntil(firstAt, now) : null;
  await sql`
    UPDATE login_failure SET failures = ${failures}, first_at = ${firstAt}, locked_until = ${lockedUntil}
    WHERE email_key = ${emailKey} AND device = ${device}`.execute(tx);
  return { ok: true, failures, lockedUntil };
}

/** After a right password: what was counted for this key is forgotten. */
export async function forgetFailures(db: Db | Tx, request: FailureKey & { secrets: Secrets }): Promise<void> {
  await db
    .deleteFrom('login_failure')
    .where('email_key', '=', keyOf(request.secrets, request.email))
    .where('device', '=', request.device)
    .execute();
}

/** After a reset through the mailbox: every lock of the address is lifted. */
export async function liftLocks(db: Db | Tx, request: { email: string; secrets: Secrets }): Promise<void> {
  await db.deleteFrom('login_failure').where('email_key', '=', keyOf(request.secrets, request.email)).execute();
}

function keyOf(secrets: Secrets, email: string): Buffer {
  return secrets.hash('caller', `login ${email}`);
}
