import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';
import type { RoleName } from '../viewer.ts';

/** Somebody who works at an office, or for the whole network. */
export interface PersonWithRoles {
  readonly accountId: number;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** false: invited, and no password chosen yet */
  readonly hasPassword: boolean;
  /** by a password, or by SPID or CIE */
  readonly canLogIn: boolean;
  readonly hasSecondFactor: boolean;
  /** of an invitation that waits: until when its link is good */
  readonly invitedUntil: Temporal.Instant | null;
  readonly roles: readonly RoleName[];
  /** those that hold at the sites under the office too */
  readonly withSites: readonly RoleName[];
  /** for whom they work, as helpers */
  readonly organisation: string | null;
}

/** Who works at an office, by name; without an office, who works for the whole network. */
export async function peopleWithRoles(db: Db | Tx, officeId: number | null): Promise<PersonWithRoles[]> {
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account.id as accountId', 'email', 'given_name as givenName', 'family_name as familyName', 'role'])
    .select(['with_sites as withSites', 'organisation'])
    .select((eb) => eb('password_hash', 'is not', null).as('hasPassword'))
    .select([
      sql<boolean>`EXISTS (SELECT FROM account_identity i WHERE i.account_id = account.id)`.as('hasDoor'),
      sql<boolean>`EXISTS (SELECT FROM authenticator_app f WHERE f.account_id = account.id AND f.added_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey k WHERE k.account_id = account.id)`.as('hasSecondFactor'),
      sql<Temporal.Instant | null>`(SELECT max(p.expires_at) FROM email_proof p
        WHERE p.account_id = account.id AND p.purpose = 'reset-password' AND p.used_at IS NULL)`.as('invitedUntil'),
    ])
    .where('account_role.office_id', officeId === null ? 'is' : '=', officeId)
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('account.id')
    .orderBy('role')
    .execute();
  const people = Map.groupBy(rows, (row) => row.accountId);
  return [...people.values()].flatMap((held) => {
    const [first] = held;
    if (first === undefined) return [];
    const { accountId, email, givenName, familyName } = first;
    const hasPassword = Boolean(first.hasPassword);
    const { hasSecondFactor } = first;
    const canLogIn = hasPassword || first.hasDoor;
    const invitedUntil = canLogIn ? null : first.invitedUntil;
    const roles = held.map(({ role }) => role);
    const withSites = held.filter((one) => one.withSites).map(({ role }) => role);
    const organisation = held.find((one) => one.organisation)?.organisation ?? null;
    const person = { accountId, email, givenName, familyName, hasPassword, roles, withSites, organisation };
    return [{ ...person, canLogIn, hasSecondFactor, invitedUntil }];
  });
}

/** The roles of an account at one office, or in the whole network. */
export async function rolesAt(
  db: Db | Tx,
  { accountId, officeId }: { accountId: number; officeId: number | null },
): Promise<RoleName[]> {
  const rows = await db
    .selectFrom('account_role')
    .select('role')
    .where('account_id', '=', accountId)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

/** The name of an account's owner; undefined when there is no such account. */
export async function accountName(db: Db | Tx, accountId: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['given_name', 'family_name'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row && `${row.given_name} ${row.family_name}`.trim();
}
