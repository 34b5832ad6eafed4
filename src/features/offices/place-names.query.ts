import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Every name a search could mean, the best known first: cities of consulates, countries, municipalities by size. */
export async function listPlaceNames(db: Db | Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM (
      SELECT unnest(ARRAY[city ->> 'it', city ->> 'en']) AS name, 1 AS rank, 0 AS size FROM office WHERE kind = 'consular'
      UNION ALL SELECT unnest(ARRAY[name ->> 'it', name ->> 'en']), 2, 0 FROM country
      UNION ALL SELECT name, 3, -coalesce(population, 0) FROM municipality WHERE active
    ) AS known WHERE name IS NOT NULL GROUP BY name ORDER BY min(rank), min(size), name`.execute(db);
  return rows.map((row) => row.name);
}
