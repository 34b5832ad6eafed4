import { sql } from 'kysely';
import { findPlaces, readSearch } from '#features/offices/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Municipality } from './clearance.rules.ts';

/** A municipality of today by its cadastral code. */
export async function municipalityByCode(db: Db | Tx, code: string): Promise<Municipality | undefined> {
  const { rows } = await sql<Municipality>`
    SELECT code, name, province_code AS province FROM municipality WHERE code = ${code.toUpperCase()} AND active`.execute(
    db,
  );
  return rows[0];
}

/** The municipalities that a typed name means: `Calliano`, `Calliano (AT)`, or one that is part of another today. */
export async function municipalitiesNamed(db: Db | Tx, typed: string): Promise<Municipality[]> {
  const places = await findPlaces(db, readSearch(typed));
  const codes = places.filter(({ kind }) => kind === 'municipality' || kind === 'former').map(({ code }) => code);
  if (codes.length === 0) return [];
  const { rows } = await sql<Municipality>`
    SELECT code, name, province_code AS province FROM municipality WHERE code = ANY (${[...new Set(codes)]}::text[]) AND active
    ORDER BY population DESC NULLS LAST`.execute(db);
  return rows;
}
