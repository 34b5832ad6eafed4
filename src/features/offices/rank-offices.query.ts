import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { foundOffices, type OfficeFilter, servicesOf } from './found-offices.ts';
import { officeColumns } from './office.query.ts';
import { findPlaces, type Place } from './place.query.ts';
import { column, type FoundOffice } from './search-offices.query.ts';
import { readSearch } from './search-words.ts';

/** An office that matches a search, with what a list can be put in order by. */
export interface RankedOffice {
  readonly id: number;
  /** as in `matchingOffices`: 0 the very city … 5 words that begin so */
  readonly closeness: number;
  /** it takes bookings, for the service asked if one is */
  readonly bookable: boolean;
  readonly name: string;
  /** from `near`; null where either place is unknown */
  readonly km: number | null;
}

export interface Ranking {
  /** what the words name, the likeliest first */
  readonly places: readonly Place[];
  readonly offices: readonly RankedOffice[];
}

const most = 3_000;

/** All offices that match, the best first; with `near` those as close an answer as others come by distance. */
export async function rankOffices(db: Db | Tx, search: OfficeFilter & { q: string }): Promise<Ranking> {
  const typed = readSearch(search.q);
  const places = typed.words.length > 0 ? await findPlaces(db, typed) : [];
  if (search.q.trim() !== '' && typed.words.length === 0) return { places, offices: [] };
  const near = search.near ?? aroundTown(places);
  const { rows } = await sql<RankedOffice>`
    SELECT id, closeness, waiting = 0 AS bookable, name, km
    FROM (${foundOffices({ ...search, near }, typed, places)}) AS found
    ORDER BY closeness, ${near ? sql`km, waiting` : sql`waiting`}, size, name, id LIMIT ${most}`.execute(db);
  return { places, offices: rows };
}

/** A town abroad has no office of its own: those of its country come by their distance from it. */
function aroundTown(places: readonly Place[]): { lat: number; lon: number } | undefined {
  const [first] = places;
  return first?.kind === 'town' && first.lat !== null && first.lon !== null
    ? { lat: first.lat, lon: first.lon }
    : undefined;
}

/** Offices in the order of their ids, with what can be booked there now. */
export async function listFoundOffices(db: Db | Tx, ids: readonly number[]): Promise<Omit<FoundOffice, 'km'>[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Omit<FoundOffice, 'km'>>`
    SELECT ${sql.join(officeColumns.map(column))}, ${servicesOf}
    FROM office JOIN country ON country.code = office.country
    WHERE office.id = ANY (${ids}::int[]) ORDER BY array_position(${ids}::int[], office.id)`.execute(db);
  return rows;
}
