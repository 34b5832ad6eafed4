import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { PlaceKind } from './place-name-row.ts';
import { keysOf, type TypedSearch } from './search-words.ts';

/** A place that what was typed names, exactly. */
export interface Place {
  readonly kind: PlaceKind;
  /** of the office, the municipality, the province, the country; the name of a region or a town */
  readonly code: string;
  /** the province of a municipality, the country of a seat or a town; else empty */
  readonly within: string;
  /** as people write it */
  readonly name: string;
  /** what we call it; for a municipality that is no more, the one it is part of today */
  readonly label: LocalText;
  readonly size: number;
  readonly until: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

interface NamedRow extends Place {
  joined: string;
  key: string;
}

/**
 * The places of that very name, the likeliest first: "Padova", "Padova PD", "Cambridge, Regno Unito". A province or a
 * region comes only where no city has its name, or where it is called so: "provincia di Roma".
 */
export async function findPlaces(db: Db | Tx, typed: TypedSearch): Promise<Place[]> {
  const area = /^(provincia|province|regione|region)$/.exec(typed.place[0] ?? '')?.[0];
  const words = area ? typed.place.slice(1).filter((word) => word !== 'of' && word !== 'di') : typed.place;
  if (words.length === 0) return [];
  const splits = words.slice(1).map((_, index) => ({
    name: new Set(keysOf(words.slice(0, index + 1))),
    within: new Set(keysOf(words.slice(index + 1))),
  }));
  const whole = new Set(keysOf(words));
  const keys = [...whole, ...splits.flatMap(({ name, within }) => [...name, ...within])];
  const { rows } = await sql<NamedRow>`
    SELECT kind, code, within, name, label, size, until, lat, lon, joined, key FROM place_name
    WHERE joined = ANY (${keys}::text[]) OR key = ANY (${keys}::text[])`.execute(db);
  const named = (names: ReadonlySet<string>) => rows.filter((row) => names.has(row.joined) || names.has(row.key));
  const found = likeliest(named(whole), area);
  if (found.length > 0) return found;
  for (const { name, within } of splits) {
    const areas = new Set(
      named(within)
        .filter(isArea)
        .map((row) => row.code),
    );
    const there = likeliest(named(name).filter((row) => areas.has(row.within)));
    if (there.length > 0) return there;
  }
  return [];
}

function isArea({ kind }: Place): boolean {
  return kind === 'province' || kind === 'country' || kind === 'region';
}

const order: readonly PlaceKind[] = [
  'seat',
  'municipality',
  'country',
  'served',
  'former',
  'province',
  'region',
  'town',
  'lost',
];

function likeliest(rows: readonly NamedRow[], area?: string): Place[] {
  const kinds = new Set(rows.map((row) => row.kind));
  const has = (...wanted: PlaceKind[]) => wanted.some((kind) => kinds.has(kind));
  const kept = rows.filter(({ kind }) => {
    if (area) return kind === 'province' || kind === 'region';
    if (kind === 'province') return !has('seat', 'municipality', 'former');
    if (kind === 'region') return !has('seat', 'municipality', 'province');
    if (kind === 'town') return !has('seat', 'municipality', 'country');
    if (kind === 'lost') return !has('seat', 'municipality', 'country', 'former', 'town');
    return true;
  });
  const once = new Map(kept.map((row) => [`${row.kind} ${row.code} ${row.within}`, row]));
  return [...once.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.size - a.size);
}
