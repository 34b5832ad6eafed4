import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface OfficeToBelongTo {
  readonly code: string;
  readonly name: LocalText;
}

/** The offices that take bookings, and the one an account belongs to already. */
export async function officesToBelongTo(db: Db, accountId: number): Promise<OfficeToBelongTo[]> {
  const { rows } = await sql<OfficeToBelongTo>`
    SELECT o.code, o.name FROM office o
    WHERE o.id IN (SELECT office_id FROM bookable_offering) OR o.id = (SELECT a.office_id FROM account a WHERE a.id = ${accountId})
    ORDER BY o.name ->> 'it', o.code`.execute(db);
  return rows;
}
