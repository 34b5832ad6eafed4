import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

/**
 * The account of a person whom a federation has proved: by this door, by another that spoke of the same codice fiscale,
 * or the one citizen's account whose owner showed a document with it at an office. What was only typed proves nothing.
 */
export async function accountOfSubject(
  db: Db | Tx,
  { scheme, key, demo }: { scheme: string; key: Buffer; demo: boolean },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT a.id FROM account_identity i JOIN account a ON a.id = i.account_id
    WHERE i.subject_key = ${key} AND a.closed_at IS NULL AND (${demo} OR NOT a.demo)
    ORDER BY i.scheme <> ${scheme}, i.linked_at LIMIT 1`.execute(db);
  if (rows[0] !== undefined) return rows[0].id;
  const seen = await sql<{ id: number }>`
    SELECT a.id FROM account a
    WHERE a.codice_fiscale_key = ${key} AND a.closed_at IS NULL AND a.email_verified_at IS NOT NULL AND (${demo} OR NOT a.demo)
      AND EXISTS (SELECT FROM identification i WHERE i.account_id = a.id AND i.undone_at IS NULL)
      AND NOT EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id)
      AND NOT EXISTS (SELECT FROM account_identity o WHERE o.account_id = a.id)
    LIMIT 2`.execute(db);
  return seen.rows.length === 1 ? seen.rows[0]?.id : undefined;
}
