import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import './tables.ts';

/** Appeals and requests that wait for an office. */
export async function countCases(
  db: Db,
  { officeId, network }: { officeId: number; network: boolean },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*)::int FROM account_appeal p
            WHERE p.outcome IS NULL AND (p.office_id = ${officeId} OR (p.office_id IS NULL AND ${network})))
         + (SELECT count(*)::int FROM account_change c JOIN account a ON a.id = c.account_id
            WHERE c.outcome IS NULL AND (a.office_id = ${officeId} OR (a.office_id IS NULL AND (
              EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live AND b.office_id = ${officeId})
              OR (${network} AND NOT EXISTS (SELECT FROM booking b WHERE b.account_id = a.id AND b.live)))))) AS count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
