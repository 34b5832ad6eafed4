import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language, LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import { addressOf } from './doors/no-address.ts';
import './tables.ts';

/** What an account says of its owner, for the owner's own eyes. */
export interface AccountProfile {
  /** empty: opened by SPID or CIE, and none given yet */
  readonly email: string;
  readonly emailVerified: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate | null;
  readonly birthPlace: string | null;
  readonly codiceFiscale: string | null;
  readonly phone: string | null;
  readonly language: Language;
  /** the office the person belongs to, if they said so */
  readonly office: { readonly code: string; readonly name: LocalText } | null;
}

/** An account by id; the codice fiscale decrypted. */
export async function accountProfile(
  db: Db | Tx,
  { accountId, secrets }: { accountId: number; secrets: Secrets },
): Promise<AccountProfile | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['email', 'given_name', 'family_name', 'birth_date', 'birth_place', 'phone', 'language'])
    .select(['email_verified_at', 'codice_fiscale_cipher'])
    .select(
      sql<AccountProfile['office']>`(
        SELECT jsonb_build_object('code', o.code, 'name', o.name) FROM office o WHERE o.id = account.office_id)`.as(
        'office',
      ),
    )
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    email: addressOf(row.email),
    emailVerified: row.email_verified_at !== null,
    givenName: row.given_name,
    familyName: row.family_name,
    birthDate: row.birth_date,
    birthPlace: row.birth_place,
    codiceFiscale: row.codice_fiscale_cipher === null ? null : secrets.decrypt(row.codice_fiscale_cipher),
    phone: row.phone,
    language: row.language,
    office: row.office,
  };
}

/** The account of an address that is still to be proved. */
export async function unprovedAccount(db: Db | Tx, email: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', email)
    .where('email_verified_at', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** What a browser that began a registration needs to know of it: proved or not, and the password it was begun with. */
export async function accountState(db: Db | Tx, accountId: number) {
  return db
    .selectFrom('account')
    .select(['email_verified_at as verifiedAt', 'password_hash as passwordHash'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}
