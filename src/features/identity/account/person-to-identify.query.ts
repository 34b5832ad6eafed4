import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import '../tables.ts';

/** What an operator compares with a document, and nothing else of the account. */
export interface PersonToIdentify {
  readonly accountId: number;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
}

/** The account of a booking, or of an e-mail address that its owner names at the desk; proved and open. */
export async function personToIdentify(
  db: Db,
  who: { accountId: number } | { email: string },
): Promise<PersonToIdentify | undefined> {
  return db
    .selectFrom('account')
    .select(['id as accountId', 'email', 'given_name as givenName', 'family_name as familyName'])
    .select('birth_date as birthDate')
    .where('email_verified_at', 'is not', null)
    .where('closed_at', 'is', null)
    .where((eb) => ('email' in who ? eb(sql`lower(email)`, '=', who.email) : eb('id', '=', who.accountId)))
    .executeTakeFirst();
}
