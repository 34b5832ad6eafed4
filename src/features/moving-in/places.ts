import { sql } from 'kysely';
import { type OfferingRow, offeringRows } from '#features/offices/index.ts';
import { type PlannerRow, plannerRows } from '#features/planner/index.ts';
import type { Tx } from '#platform/database.ts';
import { plainWord } from './cells/words.rules.ts';
import { faultAt, type ReadRow } from './field.ts';
import { type ImportRun, type Outcome, refused } from './import-run.ts';

export interface Place {
  readonly id: number;
  readonly code: string;
  readonly zone: string;
  readonly kind: 'consular' | 'municipal';
  readonly offerings: readonly OfferingRow[];
  readonly planners: readonly PlannerRow[];
}

export type Places = ReadonlyMap<string, Place>;

/**
 * The offices that rows name, by what they wrote: our code, or the cadastral code of a municipality that has one office
 * only. With their services and planners; those that are `known` are not read again.
 */
export async function placesOf(tx: Tx, rows: readonly ReadRow[], known = new Map<string, Place>()): Promise<Places> {
  const typed = [...new Set(rows.map(({ values }) => officeCode(values)))].filter((code) => !known.has(code));
  if (typed.length === 0) return known;
  const { rows: offices } = await sql<Omit<Place, 'offerings' | 'planners'> & { typed: string }>`
    SELECT u.typed, o.id, o.code, o.time_zone AS zone, o.kind
    FROM unnest(${typed}::text[]) AS u(typed) JOIN LATERAL (
      SELECT * FROM office WHERE code = u.typed
      UNION ALL
      SELECT * FROM office m WHERE m.municipality_code = upper(u.typed) AND m.parent_id IS NULL
        AND NOT EXISTS (SELECT FROM office x WHERE x.municipality_code = m.municipality_code AND x.parent_id IS NULL AND x.id <> m.id)
    ) o ON true`.execute(tx);
  const ids = [...new Set(offices.map(({ id }) => id))];
  const offerings = Map.groupBy(await offeringRows(tx, ids), ({ officeId }) => officeId);
  const planners = Map.groupBy(await plannerRows(tx, ids), ({ officeId }) => officeId);
  for (const { typed: name, ...office } of offices) {
    known.set(name, {
      ...office,
      offerings: offerings.get(office.id) ?? [],
      planners: planners.get(office.id) ?? [],
    });
  }
  return known;
}

export function officeCode(values: ReadRow['values']): string {
  const { office } = values;
  return typeof office === 'string' ? office.trim().toLowerCase() : '';
}

/** The office of a row, or what becomes of a row without one. */
export function placeOf(run: ImportRun, places: Places, row: ReadRow): { place: Place } | { outcome: Outcome } {
  const code = officeCode(row.values);
  const place = places.get(code);
  if (place) return { place };
  if (run.wouldBe.has(`office ${code}`)) return { outcome: { became: 'waits' } };
  return { outcome: refused(faultAt(row.raw, officeField, { reason: 'unknown-office' })) };
}

/** The planner of a row by its name, whatever its capitals. */
export function plannerOf(run: ImportRun, place: Place, row: ReadRow): { planner: PlannerRow } | { outcome: Outcome } {
  const { planner: typed } = row.values;
  const name = typeof typed === 'string' ? typed.trim() : '';
  const planner =
    place.planners.find(({ key }) => key === name) ??
    place.planners.find(({ key }) => plainWord(key) === plainWord(name));
  if (planner) return { planner };
  if (run.wouldBe.has(`planner ${place.code} ${name}`)) return { outcome: { became: 'waits' } };
  return { outcome: refused(faultAt(row.raw, plannerField, { reason: 'unknown-planner' })) };
}

const anyText = (text: string) => ({ ok: true as const, value: text });

export const officeField = {
  name: 'office',
  also: [
    'sede',
    'ufficio',
    'codice_sede',
    'codice_ufficio',
    'comune',
    'codice_comune',
    'codice_catastale',
    'office_code',
  ],
  read: anyText,
  mandatory: true,
};

export const plannerField = {
  name: 'planner',
  also: ['agenda', 'calendario', 'nome_agenda', 'nome_calendario', 'calendar'],
  read: anyText,
  mandatory: true,
};

export const serviceField = {
  name: 'service',
  also: ['servizio', 'codice_servizio', 'prestazione', 'service_code'],
  read: anyText,
  mandatory: true,
};
