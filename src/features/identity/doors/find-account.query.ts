import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { likenessKey } from '../person-key.ts';
import type { ProvedLogin } from './proved-login.ts';
import '../tables.ts';

/**
 * The account of a person whom a federation has proved: by this door, by another that spoke of the same codice fiscale,
 * or the one citizen's account whose owner showed a document with it at an office. What was only typed proves nothing:
 * the document showed a name and a day of birth, and these must be the person's too, whatever code stands beside them.
 */
export async function accountOfSubject(
  db: Db | Tx,
  secrets: Secrets,
  { proved, key, demo }: { proved: Pick<ProvedLogin, 'scheme' | 'person'>; key: Buffer; demo: boolean },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM account_identity i JOIN account a ON a.id = i.account_id
    WHERE i.subject_key = ${key} AND a.closed_at IS NULL AND (${demo} OR NOT a.demo)
    ORDER BY i.scheme <> ${proved.scheme}, i.linked_at LIMIT 1`.execute(db);
  if (rows[0] !== undefined) return rows[0].id;
  const seen = await sql<{ id: number; givenName: string; familyName: string; birthDate: Temporal.PlainDate }>`
    SELECT a.id, a.given_name AS "givenName", a.family_name AS "familyName", a.birth_date AS "birthDate" FROM account a
    WHERE a.codice_fiscale_key = ${key} AND a.closed_at IS NULL AND a.email_verified_at IS NOT NULL AND (${demo} OR NOT a.demo)
      AND a.birth_date IS NOT NULL
      AND EXISTS (SELECT FROM identification i WHERE i.account_id = a.id AND i.undone_at IS NULL)
      AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
      AND NOT EXISTS (SELECT FROM account_identity o WHERE o.account_id = a.id)`.execute(db);
  const likeness = likenessKey(secrets, proved.person);
  const own = seen.rows.filter((account) => likeness !== null && likenessKey(secrets, account)?.equals(likeness));
  return own.length === 1 ? own[0]?.id : undefined;
}
