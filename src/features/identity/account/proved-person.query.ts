import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { AccountProfile } from '../account.query.ts';
import { isIdentified } from './identified.query.ts';

export const personDetails = ['givenName', 'familyName', 'birthDate', 'birthPlace', 'codiceFiscale'] as const;
export type PersonDetail = (typeof personDetails)[number];

/**
 * Whether who the owner is no longer is theirs alone to change: an office knows them by an appointment that was not
 * cancelled, or has identified them.
 */
export async function isPersonProved(db: Db | Tx, accountId: number): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM booking b WHERE b.account_id = ${accountId} AND b.status <> 'cancelled' LIMIT 1`.execute(db);
  return rows.length > 0 || isIdentified(db, accountId);
}

/** The details that only an office changes: of a proved person, all that are there. What is empty may be filled in. */
export async function provedDetails(
  db: Db | Tx,
  { accountId, profile }: { accountId: number; profile: AccountProfile },
): Promise<ReadonlySet<PersonDetail>> {
  if (!(await isPersonProved(db, accountId))) return new Set();
  return new Set(personDetails.filter((detail) => profile[detail] !== null && profile[detail] !== ''));
}
