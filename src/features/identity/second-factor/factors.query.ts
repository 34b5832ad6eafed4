import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

export interface OwnPasskey {
  readonly id: number;
  readonly credentialId: string;
  readonly transports: readonly string[];
  readonly name: string;
  readonly addedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
}

/** What an account proves itself with beside its password. */
export interface Factors {
  /** since when an app shows codes for it */
  readonly appAddedAt: Temporal.Instant | null;
  readonly passkeys: readonly OwnPasskey[];
  readonly codesLeft: number;
}

export async function factorsOf(db: Db | Tx, accountId: number): Promise<Factors> {
  const app = await db
    .selectFrom('authenticator_app')
    .select('added_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'credential_id as credentialId', 'transports', 'name', 'added_at as addedAt', 'used_at as usedAt'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
  const codes = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return { appAddedAt: app?.added_at ?? null, passkeys, codesLeft: Number(codes.left) };
}

/** Whether the password alone is not enough: an app or a passkey was added. */
export function isEnrolled({ appAddedAt, passkeys }: Pick<Factors, 'appAddedAt' | 'passkeys'>): boolean {
  return appAddedAt !== null || passkeys.length > 0;
}

/** The same in one question, of somebody who logs in. */
export async function hasSecondFactor(db: Db | Tx, accountId: number): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    SELECT EXISTS (SELECT FROM authenticator_app WHERE account_id = ${accountId} AND added_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey WHERE account_id = ${accountId}) AS has`.execute(db);
  return rows[0]?.has === true;
}

/** Which of some accounts have a second factor, for who administers them. */
export async function enrolledAmong(db: Db | Tx, accountIds: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    SELECT account_id AS id FROM authenticator_app WHERE account_id = ANY(${[...accountIds]}::int[]) AND added_at IS NOT NULL
    UNION SELECT account_id FROM passkey WHERE account_id = ANY(${[...accountIds]}::int[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
