import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { HeldRole } from '../viewer.ts';

/** Somebody whose roles hold at an office, wherever they were given. */
export interface PersonWhoReaches {
  readonly accountId: number;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/**
 * Everybody whose roles hold at an office: given there, at the office that it is a site of, or in the whole network. The
 * roles are as `mayDo` reads them.
 */
export async function whoReaches(db: Db, officeId: number): Promise<PersonWhoReaches[]> {
  const { rows } = await sql<PersonWhoReaches>`
    SELECT a.id AS "accountId", coalesce(nullif(trim(a.given_name || ' ' || a.family_name), ''), a.email) AS name,
           jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeCode', o.code,
             'siteIds', CASE WHEN r.with_sites THEN jsonb_build_array(here.id) END) ORDER BY r.role) AS roles
    FROM office here
    JOIN account_role r ON r.office_id IS NULL OR r.office_id = here.id OR r.with_sites AND r.office_id = here.parent_id
    JOIN account a ON a.id = r.account_id
    LEFT JOIN office o ON o.id = r.office_id
    WHERE here.id = ${officeId} AND r.role <> 'integration' AND a.closed_at IS NULL
    GROUP BY a.id ORDER BY bool_or(r.office_id IS NULL), a.family_name, a.given_name, a.id`.execute(db);
  return rows;
}

/** Where an account has roles: offices by number, null for the whole network. */
export async function placesOf(db: Db, accountId: number): Promise<(number | null)[]> {
  const rows = await db
    .selectFrom('account_role')
    .select('office_id')
    .distinct()
    .where('account_id', '=', accountId)
    .execute();
  return rows.map((row) => row.office_id);
}
