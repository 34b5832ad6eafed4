import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { enqueue } from '#platform/outbox.ts';
import { ChangedMeanwhile } from '#platform/transaction.ts';
import '../tables.ts';
import type { RoleName } from '../viewer.ts';

/** How long the link of an invitation is good: somebody may be on holiday. */
export const invitationGood = Temporal.Duration.from({ hours: 7 * 24 });

export interface Invitation {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly roles: readonly RoleName[];
  /** null: roles of the whole network */
  readonly officeId: number | null;
  /** the roles hold at the sites under the office too */
  readonly withSites?: boolean | undefined;
  /** for whom a helper works: a patronato, a call centre */
  readonly organisation?: string | null | undefined;
}

/**
 * Gives roles to whoever has an address. Somebody with a proved account is told of them; anybody else is sent a link to
 * choose a first password. `nothing-new`: the person had all these roles.
 */
export async function invitePerson(
  tx: Tx,
  request: Invitation & { now: Temporal.Instant },
): Promise<{ ok: true; accountId: number; invited: boolean } | { ok: false; reason: 'nothing-new' }> {
  const { now, officeId, organisation = null } = request;
  const withSites = officeId !== null && request.withSites === true;
  const account = (await workingAccount(tx, request.email)) ?? (await openAccount(tx, request));
  const given = await tx
    .insertInto('account_role')
    .values(
      request.roles.map((role) => ({
        account_id: account.id,
        role,
        office_id: officeId,
        with_sites: withSites,
        organisation: role === 'helper' ? organisation : null,
      })),
    )
    .onConflict((on) =>
      on
        .constraint('account_role_once')
        // Given again it may reach further or name another organisation, and never loses what it has already.
        .doUpdateSet({
          with_sites: sql`account_role.with_sites OR excluded.with_sites`,
          organisation: sql`coalesce(excluded.organisation, account_role.organisation)`,
        })
        .where(
          sql<boolean>`(excluded.with_sites AND NOT account_role.with_sites)
            OR excluded.organisation <> coalesce(account_role.organisation, '')`,
        ),
    )
    .returning('role')
    .execute();
  if (given.length === 0) return { ok: false, reason: 'nothing-new' };
  if (account.proved) {
    await enqueue(tx, { task: 'notify', payload: rolesChanged(account.id, officeId, now), at: now });
    return { ok: true, accountId: account.id, invited: false };
  }
  await sendInvitation(tx, { accountId: account.id, officeId, now });
  return { ok: true, accountId: account.id, invited: true };
}

/** Another link for somebody who was invited and has not chosen a password. Five minutes apart. */
export async function sendInvitationAgain(
  tx: Tx,
  request: { accountId: number; officeId: number | null; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'too-soon' }> {
  const { accountId, officeId, now } = request;
  const account = await tx
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .select('account.id')
    .where('account.id', '=', accountId)
    .where('account_role.office_id', officeId === null ? 'is' : '=', officeId)
    .where('account.password_hash', 'is', null)
    .forUpdate('account')
    .executeTakeFirst();
  if (account === undefined) return { ok: false, reason: 'unknown' };
  const recent = await tx
    .selectFrom('email_proof')
    .select('id')
    .where('account_id', '=', accountId)
    .where('created_at', '>', now.subtract({ minutes: 5 }))
    .executeTakeFirst();
  if (recent) return { ok: false, reason: 'too-soon' };
  await sendInvitation(tx, request);
  return { ok: true };
}

/** A link for choosing a first password, as the proof behind it. */
export async function issueInvitation(
  tx: Tx,
  request: { accountId: number; now: Temporal.Instant },
): Promise<{ proofId: string }> {
  const made = await tx
    .insertInto('email_proof')
    .values({
      account_id: request.accountId,
      purpose: 'reset-password',
      created_at: request.now,
      expires_at: request.now.add(invitationGood),
      used_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { proofId: made.id };
}

/** The message about roles that were given or taken away. */
export function rolesChanged(accountId: number, officeId: number | null, at: Temporal.Instant) {
  return { kind: 'roles-changed', accountId, officeId, at: at.toString() };
}

/** An account that may be given roles as it is: its address is proved, or it was invited before. */
export async function workingAccount(
  tx: Tx,
  email: string,
): Promise<{ id: number; proved: boolean; hasPassword: boolean } | undefined> {
  const found = await tx
    .selectFrom('account')
    .select(['id', 'email_verified_at', 'password_hash'])
    .where(sql`lower(email)`, '=', email)
    .where((eb) =>
      eb.or([
        eb('email_verified_at', 'is not', null),
        eb.exists(eb.selectFrom('account_role').select('role').whereRef('account_id', '=', 'account.id')),
      ]),
    )
    .forUpdate()
    .executeTakeFirst();
  return found && { id: found.id, proved: found.email_verified_at !== null, hasPassword: found.password_hash !== null };
}

/**
 * An account without a password. A registration of the same address that was never proved gives way: its password was
 * chosen by somebody who merely knew the address.
 */
export async function openAccount(
  tx: Tx,
  request: Pick<Invitation, 'email' | 'givenName' | 'familyName' | 'language'> & { now: Temporal.Instant },
): Promise<{ id: number; proved: boolean; hasPassword: boolean }> {
  await sql`DELETE FROM account WHERE lower(email) = ${request.email} AND email_verified_at IS NULL`.execute(tx);
  const made = await tx
    .insertInto('account')
    .values({
      email: request.email,
      password_hash: null,
      given_name: request.givenName,
      family_name: request.familyName,
      language: request.language,
      created_at: request.now,
    })
    .onConflict((on) => on.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  // Somebody else invited or registered the same address in the same instant.
  if (made === undefined) throw new ChangedMeanwhile('account made meanwhile');
  return { id: made.id, proved: false, hasPassword: false };
}

async function sendInvitation(
  tx: Tx,
  request: { accountId: number; officeId: number | null; now: Temporal.Instant },
): Promise<void> {
  const { accountId, officeId, now } = request;
  const { proofId } = await issueInvitation(tx, request);
  await enqueue(tx, { task: 'notify', payload: { kind: 'invited', accountId, officeId, proofId }, at: now });
}
