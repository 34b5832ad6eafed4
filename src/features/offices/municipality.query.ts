import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { searchText } from './search-text.ts';

export interface Municipality {
  /** cadastral code */
  readonly code: string;
  readonly name: string;
  readonly otherName: string | null;
  readonly provinceCode: string;
  readonly region: string;
}

/** Municipalities whose name begins with what was typed, the very name first, then the larger ones. */
export async function searchMunicipalities(db: Db | Tx, search: { q: string; limit: number }): Promise<Municipality[]> {
  const phrase = searchText(search.q);
  if (phrase === '') return [];
  const { rows } = await sql<Municipality>`
    SELECT code, name, other_name AS "otherName", province_code AS "provinceCode", region
    FROM municipality
    WHERE active AND (' ' || search LIKE ${`% ${phrase}%`} OR code = ${phrase.toUpperCase()})
    ORDER BY search LIKE ${`${phrase} %`} DESC, search LIKE ${`${phrase}%`} DESC, population DESC NULLS LAST, code
    LIMIT ${search.limit}`.execute(db);
  return rows;
}
