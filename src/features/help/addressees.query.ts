import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface Addressee {
  readonly id: number;
  readonly code: string;
  readonly name: LocalText;
}

/** Whom somebody would write to: the office of the page they come from, their own, and those of their appointments. */
export async function likelyOffices(
  db: Db,
  about: { officeCode: string | undefined; accountId: number | null },
): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    SELECT o.id, o.code, o.name FROM office o
    WHERE o.code = ${about.officeCode ?? null}
       OR o.id IN (SELECT a.office_id FROM account a WHERE a.id = ${about.accountId})
       OR o.id IN (SELECT b.office_id FROM booking b WHERE b.account_id = ${about.accountId} ORDER BY b.starts_at DESC LIMIT 20)
    ORDER BY (o.code = ${about.officeCode ?? ''}) DESC, o.code LIMIT 8`.execute(db);
  return rows;
}
