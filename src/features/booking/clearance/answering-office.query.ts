import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/**
 * The office that answers for a municipality in the system: an active one of its own where somebody works who may. The
 * one above its branches comes first, then the one that has been there longest.
 */
export async function answeringOffice(
  tx: Tx,
  { municipality, except }: { municipality: string /** the office that asks */; except: number },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT f.id FROM office f
    WHERE f.municipality_code = ${municipality} AND f.kind = 'municipal' AND f.active AND f.id <> ${except}
      AND EXISTS (SELECT FROM account_role r WHERE r.office_id = f.id AND r.role IN ('officer', 'office-admin'))
    ORDER BY f.parent_id NULLS FIRST, f.id LIMIT 1`.execute(tx);
  return rows[0]?.id;
}
