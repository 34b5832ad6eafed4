import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { PlaceKind } from './place-name-row.ts';
import { readSearch } from './search-words.ts';

/** Every name a search could mean, for those written nearly so: as compared, as written, and how large the place is. */
export interface SearchName {
  readonly words: string;
  readonly name: string;
  readonly size: number;
}

/** Kept by those who ask: some twenty thousand names. */
export async function listSearchNames(db: Db | Tx): Promise<SearchName[]> {
  const { rows } = await sql<SearchName>`
    SELECT words, (array_agg(name ORDER BY size DESC))[1] AS name, max(size) AS size
    FROM place_name WHERE length(words) > 2 AND words ~ '[a-z]' GROUP BY words`.execute(db);
  return rows;
}

/** A place to propose while somebody types. */
export interface SuggestedPlace {
  readonly kind: PlaceKind;
  readonly code: string;
  readonly within: string;
  /** the name that begins as typed */
  readonly name: string;
  readonly label: LocalText;
  /** the country of a seat or a town */
  readonly country: LocalText | null;
}

/** Places with a name, or a word of one, that begins as typed; the larger first. */
export async function suggestPlaces(db: Db | Tx, request: { q: string; limit: number }): Promise<SuggestedPlace[]> {
  const start = readSearch(request.q).place.join(' ');
  if (start.length < 2) return [];
  // The words hold only letters, digits and spaces, so nothing in them means something to LIKE.
  const { rows } = await sql<SuggestedPlace>`
    SELECT kind, code, within, name, label,
      (SELECT country.name FROM country WHERE country.code = within AND kind IN ('seat', 'town')) AS country
    FROM (SELECT DISTINCT ON (kind, code, within) kind, code, within, name, label, size, words = ${start} AS exact
          FROM place_name WHERE words LIKE ${`${start}%`} AND kind NOT IN ('served', 'lost')
          ORDER BY kind, code, within, words <> ${start}, length(words)) AS found
    ORDER BY exact DESC, kind = 'town', kind = 'former', size DESC, name LIMIT ${request.limit}`.execute(db);
  return rows;
}
