import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { personKey, type RoleName } from '#features/identity/index.ts';
import { demoPeople, type DemoPerson } from './create-people.ts';

/** At the demo's desks one person does everything; a manager looks after the planners and everything else of the office. */
export const rolesHeld: Record<DemoPerson['role'], readonly RoleName[]> = {
  citizen: [],
  helper: ['helper'],
  operator: ['operator', 'officer'],
  officer: ['officer'],
  'planner-manager': ['planner-manager', 'office-admin'],
  'office-admin': ['office-admin'],
  'network-admin': ['network-admin'],
  auditor: ['auditor'],
};

/** Accounts of the people shown in the demo, with proved addresses and their roles. */
export async function createAccounts(
  tx: Tx,
  request: { secrets: Secrets; passwordHash: string; now: Temporal.Instant },
): Promise<void> {
  await insertAccounts(tx, { ...request, people: demoPeople });
  const held = demoPeople.flatMap((person) =>
    rolesHeld[person.role].map((role) => ({ email: person.email, role, office: person.office })),
  );
  await sql`
    INSERT INTO account_role (account_id, role, office_id)
    SELECT account.id, r.role, office.id
    FROM jsonb_to_recordset(${JSON.stringify(held)}::jsonb) AS r (email text, role text, office text)
    JOIN account ON lower(account.email) = r.email
    LEFT JOIN office ON office.code = r.office
    ON CONFLICT DO NOTHING`.execute(tx);
}

export type NewAccount = Pick<
  DemoPerson,
  'email' | 'givenName' | 'familyName' | 'birthDate' | 'birthPlace' | 'codiceFiscale' | 'office' | 'language'
>;

/** Writes many accounts at once; an address that has one keeps it. */
export async function insertAccounts(
  tx: Tx,
  request: { people: readonly NewAccount[]; secrets: Secrets; passwordHash: string; now: Temporal.Instant },
): Promise<void> {
  const { people, secrets, passwordHash, now } = request;
  const rows = people.map((person) => ({
    email: person.email,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: person.birthDate.toString(),
    birth_place: person.birthPlace,
    cipher: person.codiceFiscale === null ? null : secrets.encrypt(person.codiceFiscale).toString('hex'),
    key: person.codiceFiscale === null ? null : secrets.hash('codice-fiscale', person.codiceFiscale).toString('hex'),
    person_key: personKey(secrets, person).toString('hex'),
    office: person.office,
    language: person.language,
  }));
  await sql`
    INSERT INTO account (email, email_verified_at, password_hash, given_name, family_name, birth_date, birth_place,
                         codice_fiscale_cipher, codice_fiscale_key, person_key, office_id, language, demo, created_at)
    SELECT r.email, ${now.toString()}::timestamptz, ${passwordHash}, r.given_name, r.family_name, r.birth_date, r.birth_place,
      decode(r.cipher, 'hex'), decode(r.key, 'hex'), decode(r.person_key, 'hex'), office.id, r.language, true, ${now.toString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      email text, given_name text, family_name text, birth_date date, birth_place text, cipher text, key text, person_key text, office text,
      language text)
    LEFT JOIN office ON office.code = r.office
    ON CONFLICT (lower(email)) DO NOTHING`.execute(tx);
}
