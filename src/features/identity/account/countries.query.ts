import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

export interface Country {
  /** ISO 3166-1 alpha-2 */
  readonly code: string;
  readonly name: LocalText;
}

/** The countries one may live in. */
export async function countriesToLiveIn(db: Db): Promise<readonly Country[]> {
  const { rows } = await sql<Country>`SELECT code, name FROM country ORDER BY name ->> 'it'`.execute(db);
  return rows;
}
