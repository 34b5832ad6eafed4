import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/** A login that is open, as its owner sees it. */
export interface OpenSession {
  readonly id: string;
  readonly device: string | null;
  readonly scheme: string;
  readonly level: number;
  readonly createdAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant | null;
  readonly shared: boolean;
  /** the one that asks */
  readonly isThis: boolean;
}

/** The open logins of an account: the one that asks first, then the newest. */
export async function openSessions(
  db: Db | Tx,
  { accountId, hash, now }: { accountId: number; hash: Buffer; now: Temporal.Instant },
): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'device', 'scheme', 'level', 'shared', 'created_at as createdAt', 'seen_at as seenAt'])
    .select(['token_hash as hash', 'idle_minutes as idleMinutes'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const isIdle = ({ seenAt, idleMinutes }: (typeof rows)[number]) =>
    seenAt !== null && idleMinutes !== null && Temporal.Instant.compare(seenAt.add({ minutes: idleMinutes }), now) <= 0;
  return rows
    .filter((row) => !isIdle(row))
    .map(({ hash: own, idleMinutes: _idle, ...row }) => ({ ...row, isThis: own.equals(hash) }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}
