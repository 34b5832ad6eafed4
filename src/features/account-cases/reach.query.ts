import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import './tables.ts';

/** Whether an office looks after an account: it is the account's own, or one where it has appointments, past or to come. */
export async function reaches(
  db: Db | Tx,
  { officeId, accountId }: { officeId: number; accountId: number },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM account a WHERE a.id = ${accountId} AND (a.office_id = ${officeId}
      OR EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.office_id = ${officeId}))`.execute(db);
  return rows.length > 0;
}

/** Whether somebody else looks after accounts there: at an office, at the one it is a site of, or for the whole network. */
export async function hasColleague(
  db: Db | Tx,
  { officeId, except }: { officeId: number | null; except: number },
): Promise<boolean> {
  const roles = officeId === null ? ['network-admin'] : ['officer', 'office-admin'];
  const { rows } = await sql`
    SELECT FROM account_role r JOIN account a ON a.id = r.account_id
    WHERE r.role = ANY (${roles}::text[])
      AND (r.office_id IS NOT DISTINCT FROM ${officeId}
        OR (r.with_sites AND r.office_id = (SELECT o.parent_id FROM office o WHERE o.id = ${officeId})))
      AND a.id <> ${except} AND a.password_hash IS NOT NULL LIMIT 1`.execute(db);
  return rows.length > 0;
}
