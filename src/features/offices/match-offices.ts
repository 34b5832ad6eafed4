import { type RawBuilder, sql } from 'kysely';
import type { Place } from './place.query.ts';
import { beginsGenericWord, type TypedSearch } from './search-words.ts';

/**
 * How closely an office answers a search. 0: it is in this very city, or has this code; 1: the municipality typed is part
 * of it today, or has this postcode; 2: it is in the country, province or region typed; 3: it serves the country typed;
 * 4: all words are in its name or place; 5: words that begin so.
 */
export function matchingOffices(typed: TypedSearch, places: readonly Place[]): RawBuilder<unknown> {
  return sql`SELECT hit.id, min(hit.closeness)::int AS closeness FROM (${sql.join(
    [...codes(typed.phrase), ...places.flatMap(ofPlace), ...ofPart(typed), ...byWords(typed)],
    sql` UNION ALL `,
  )}) AS hit GROUP BY hit.id`;
}

function ofPlace(place: Place): RawBuilder<unknown>[] {
  const { kind, code, within } = place;
  switch (kind) {
    case 'seat':
      return [sql`SELECT id, 0 AS closeness FROM office WHERE code = ${code}`];
    case 'municipality':
      return [sql`SELECT id, 0 FROM office WHERE municipality_code = ${code}`];
    case 'former':
      return [sql`SELECT id, 1 FROM office WHERE municipality_code = ${code}`];
    case 'province':
    case 'lost':
      return [sql`SELECT id, 2 FROM office WHERE province_code = ${code}`];
    case 'region':
      return [
        sql`SELECT o.id, 2 FROM municipality m JOIN office o ON o.municipality_code = m.code WHERE m.region = ${code}`,
      ];
    case 'served':
      return [sql`SELECT id, 3 FROM office WHERE code = ${code}`];
    case 'country':
      return ofCountry(code);
    case 'town':
      return ofCountry(within);
  }
}

function ofCountry(code: string): RawBuilder<unknown>[] {
  return [
    sql`SELECT id, 2 FROM office WHERE kind = 'consular' AND country = ${code}`,
    sql`SELECT office_id, 3 FROM consular_territory WHERE country = ${code}`,
  ];
}

/** A part of a country that an office serves, by its name or the beginning of it: "Scozia". */
function ofPart({ place }: TypedSearch): RawBuilder<unknown>[] {
  const start = place.join(' ');
  if (start.length < 4) return [];
  // Only letters, digits and spaces, so nothing in it means something to LIKE.
  const within = `% ${start}%`;
  return [
    sql`SELECT office_id, 3 FROM consular_territory
        WHERE part AND (' ' || search_text((name ->> 'it') || ' ' || coalesce(name ->> 'en', ''))) LIKE ${within}`,
  ];
}

function codes(phrase: string): RawBuilder<unknown>[] {
  const found = [sql`SELECT id, 0 AS closeness FROM office WHERE code = ${phrase.replaceAll(' ', '-')}`];
  if (/^[a-z]\d{3}$/.test(phrase)) {
    found.push(sql`SELECT id, 0 FROM office WHERE municipality_code = ${phrase.toUpperCase()}`);
  }
  if (/^\d{5}$/.test(phrase)) found.push(ofPostcode(phrase));
  return found;
}

/**
 * The data know one postcode of each municipality. Large towns have many, told by their first three digits, which they
 * share with no other place: their own ends in a number that only a quarter of a town has.
 */
function ofPostcode(postcode: string): RawBuilder<unknown> {
  return sql`SELECT o.id, 1 FROM municipality m JOIN office o ON o.municipality_code = m.code
             WHERE m.postcode = ${postcode}
                OR (m.population > 60000 AND substr(m.postcode, 3, 1) IN ('1', '9', '5')
                    AND left(m.postcode, 3) = ${postcode.slice(0, 3)} AND right(m.postcode, 2) <> '00'
                    AND ${postcode.slice(3)} <> '00')`;
}

/**
 * Each word stands in the office's name, city or place, and one of them in its name or city; or the whole begins the name of a
 * place. Words that begin so count too, but not those with which every office's name goes on: "com", "reg".
 */
function byWords({ words, place }: TypedSearch): RawBuilder<unknown>[] {
  if (words.length === 0) return [];
  // Words hold only letters and digits, so nothing in them means something to a query for words.
  const query = (ending: (way: string) => string, joint: string) =>
    words.map((ways) => `(${ways.map((way) => `'${way}'${ending(way)}`).join(' | ')})`).join(joint);
  const begins = sql`to_tsquery('simple', ${query((way) => (isTelling(way) ? ':*' : ''), ' & ')})`;
  const names = sql`to_tsquery('simple', ${query((way) => (isTelling(way) ? ':*A' : ':A'), ' | ')})`;
  const whole = sql`to_tsquery('simple', ${query(() => '', ' & ')})`;
  const start = `${place.join(' ')}%`;
  return [
    sql`SELECT id, CASE WHEN search_words @@ ${whole} THEN 4 ELSE 5 END FROM office
        WHERE search_words @@ ${begins} AND search_words @@ ${names}`,
    sql`SELECT o.id, 5 FROM place_name n JOIN office o ON o.municipality_code = n.code
        WHERE n.words LIKE ${start} AND n.kind IN ('municipality', 'former')`,
    sql`SELECT o.id, 5 FROM place_name n JOIN office o ON o.code = n.code WHERE n.words LIKE ${start} AND n.kind = 'seat'`,
  ];
}

function isTelling(word: string): boolean {
  return word.length > 3 && !beginsGenericWord(word);
}
