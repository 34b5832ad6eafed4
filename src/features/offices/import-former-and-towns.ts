import { z } from 'zod';
import { readRows } from './import-files.ts';
import type { Municipality } from './import-places.ts';
import { nameRow, type PlaceNameRow } from './place-name-row.ts';

const formerName = z.object({
  nome: z.string().min(1),
  oggi: z.string().regex(/^([A-Z]\d{3})?$/),
  sigla: z.string().length(2),
  fino_al: z.coerce.number().int(),
  tipo: z.enum(['denominazione', 'comune']),
});

const town = z.object({
  iso2: z.string().length(2),
  nome: z.string().min(1),
  lat: z.coerce.number(),
  lon: z.coerce.number(),
  abitanti: z.coerce.number().int(),
});

/** Earlier names of municipalities, and municipalities that are part of another one today. */
export function formerRows(municipalities: readonly Municipality[]): PlaceNameRow[] {
  const known = new Map(municipalities.map((row) => [row.catastale, row]));
  return readRows('comuni_nomi_precedenti.csv', formerName).flatMap(({ nome, oggi, sigla, fino_al: until, tipo }) => {
    const today = known.get(oggi);
    if (oggi !== '' && !today) return [];
    if (!today) {
      return [nameRow({ kind: 'lost', code: sigla, within: sigla, label: { it: nome }, size: 0, until }, nome)];
    }
    const { catastale: code, lat, lng: lon, nome: label } = today;
    const place = { code, within: today.sigla, label: { it: label }, lat, lon };
    // A name that only changed leads to the same municipality: nothing need be told.
    if (tipo === 'denominazione') return [nameRow({ ...place, kind: 'municipality', size: 0 }, nome)];
    return [nameRow({ ...place, kind: 'former', size: 0, until }, nome)];
  });
}

/** Larger towns abroad: most have no consular office, so their country and their place lead to one. */
export function townRows(): PlaceNameRow[] {
  return readRows('citta_estere.csv', town).map(({ iso2, nome, lat, lon, abitanti: size }) =>
    nameRow({ kind: 'town', code: nome, within: iso2, label: { it: nome }, size, lat, lon }, nome),
  );
}
