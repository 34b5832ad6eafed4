import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { enqueue } from '#platform/outbox.ts';
import { issueInvitation, openAccount, workingAccount } from '../roles/invite-person.ts';
import type { RoleName } from '../viewer.ts';
import '../tables.ts';

/** A role of somebody who works for an office, brought along from another system. */
export interface BroughtOperator {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  /** null: nothing is said about it */
  readonly userName: string | null;
  readonly role: RoleName;
  /** null: the whole network */
  readonly officeId: number | null;
  readonly withSites: boolean;
  readonly organisation: string | null;
}

export type BroughtOutcome = 'create' | 'change' | 'same' | 'user-name-taken';

/**
 * Gives somebody a role and the user name they had. Who has no account gets one without a password: it is chosen by the
 * link of an invitation, which is sent with `tell`, once. Asked again it changes nothing.
 */
export async function bringOperator(
  tx: Tx,
  request: BroughtOperator & { tell: boolean; now: Temporal.Instant },
): Promise<BroughtOutcome> {
  const { email, userName, role, officeId, withSites, organisation, tell, now } = request;
  if (userName !== null && (await isTaken(tx, { userName, email }))) return 'user-name-taken';
  const known = await workingAccount(tx, email);
  const account = known ?? (await openAccount(tx, request));
  const named = await sql`
    UPDATE account SET user_name = ${userName}
    WHERE id = ${account.id} AND ${userName}::text IS NOT NULL AND user_name IS DISTINCT FROM ${userName}`.execute(tx);
  const given = await tx
    .insertInto('account_role')
    .values({ account_id: account.id, role, office_id: officeId, with_sites: withSites, organisation })
    .onConflict((on) => on.constraint('account_role_once').doNothing())
    .returning('role')
    .execute();
  if (tell && !account.hasPassword) await inviteOnce(tx, { accountId: account.id, officeId, now });
  if (known === undefined) return 'create';
  return given.length > 0 || named.numAffectedRows === 1n ? 'change' : 'same';
}

/** Ids of accounts by their address or user name, in small letters. */
export async function accountsNamed(db: Db | Tx, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; id: number }>`
    SELECT lower(email) AS name, id FROM account WHERE lower(email) = ANY (${names}::text[])
    UNION ALL
    SELECT lower(user_name), id FROM account WHERE lower(user_name) = ANY (${names}::text[])`.execute(db);
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/** The address of whoever logs in with a user name. */
export async function emailOfUserName(db: Db | Tx, userName: string): Promise<string | undefined> {
  if (userName.includes('@')) return undefined;
  const { rows } = await sql<{ email: string }>`
    SELECT email FROM account WHERE lower(user_name) = ${userName.trim().toLowerCase()} AND closed_at IS NULL`.execute(
    db,
  );
  return rows[0]?.email;
}

/** The administrator in whose name something is done: of this address, or the first one. */
export async function administrator(db: Db, email: string | undefined): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM account a JOIN account_role r ON r.account_id = a.id AND r.role = 'network-admin'
    WHERE a.closed_at IS NULL AND (${email ?? null}::text IS NULL OR lower(a.email) = lower(${email ?? null}))
    ORDER BY a.demo, a.id LIMIT 1`.execute(db);
  return rows[0]?.id;
}

async function isTaken(tx: Tx, { userName, email }: { userName: string; email: string }): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM account WHERE lower(user_name) = lower(${userName}) AND lower(email) <> ${email}`.execute(tx);
  return rows.length > 0;
}

/** An invitation that is on its way or was used is not sent again by another row or another run. */
async function inviteOnce(
  tx: Tx,
  request: { accountId: number; officeId: number | null; now: Temporal.Instant },
): Promise<void> {
  const { accountId, officeId, now } = request;
  const sent = await tx
    .selectFrom('email_proof')
    .select('id')
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'reset-password')
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (sent) return;
  const { proofId } = await issueInvitation(tx, { accountId, now });
  await enqueue(tx, { task: 'notify', payload: { kind: 'invited', accountId, officeId, proofId }, at: now });
}
