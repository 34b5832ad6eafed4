import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';

/** Somebody who works at an office, and whether the monthly report goes to them. */
export interface Recipient {
  readonly accountId: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isAdmin: boolean;
  readonly subscribed: boolean;
}

/** Who works at an office: its administrators get the report until somebody says no, the others once somebody says yes. */
export async function workersOf(db: Db | Tx, officeId: number): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    SELECT a.id AS "accountId", a.given_name || ' ' || a.family_name AS name, a.email, a.language,
           bool_or(r.role = 'office-admin') AS "isAdmin",
           coalesce(bool_or(s.subscribed), bool_or(r.role = 'office-admin')) AS subscribed
    FROM account_role r JOIN account a ON a.id = r.account_id AND a.closed_at IS NULL AND a.password_hash IS NOT NULL
    LEFT JOIN report_subscription s ON s.office_id = r.office_id AND s.account_id = a.id
    WHERE r.office_id = ${officeId} AND r.role <> 'integration'
    GROUP BY a.id ORDER BY lower(a.family_name), lower(a.given_name), a.id`.execute(db);
  return rows;
}
