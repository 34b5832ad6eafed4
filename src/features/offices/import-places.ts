import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import { readRows } from './import-files.ts';
import { searchText } from './search-text.ts';

const country = z.object({
  iso2: z.string().length(2),
  nome_it: z.string(),
  nome_en: z.string(),
  codice_z: z.string(),
});

const municipality = z.object({
  istat: z.string(),
  catastale: z.string().regex(/^[A-Z]\d{3}$/),
  nome: z.string(),
  nome_altra_lingua: z.string(),
  sigla: z.string().length(2),
  provincia: z.string(),
  regione: z.string(),
  cap: z.string(),
  lat: z.coerce.number(),
  lng: z.coerce.number(),
  popolazione: z.coerce.number().int(),
  stato: z.enum(['A', 'C']),
});

export type Country = z.infer<typeof country>;
export type Municipality = z.infer<typeof municipality>;

export function readCountries(): Country[] {
  return readRows('paesi.csv', country);
}

/** Those that exist now: merged ones are left out. */
export function readMunicipalities(): Municipality[] {
  return readRows('comuni.csv', municipality).filter((row) => row.stato === 'A');
}

export async function importCountries(tx: Tx): Promise<void> {
  const rows = readCountries().map((row) => ({
    code: row.iso2,
    name: { it: row.nome_it, en: row.nome_en },
    belfiore_code: row.codice_z || null,
  }));
  await sql`
    INSERT INTO country (code, name, belfiore_code)
    SELECT code, name, belfiore_code
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (code text, name jsonb, belfiore_code text)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, belfiore_code = excluded.belfiore_code`.execute(tx);
}

export async function importMunicipalities(tx: Tx): Promise<void> {
  const rows = readMunicipalities().map((row) => ({
    code: row.catastale,
    istat: row.istat,
    name: row.nome,
    other_name: row.nome_altra_lingua || null,
    province_code: row.sigla,
    province: row.provincia,
    region: row.regione,
    postcode: row.cap || null,
    lat: row.lat,
    lon: row.lng,
    population: row.popolazione,
    search: searchText(row.nome, row.nome_altra_lingua, row.sigla, row.provincia),
  }));
  await sql`
    INSERT INTO municipality (code, istat, name, other_name, province_code, province, region, postcode, lat, lon, population, search)
    SELECT code, istat, name, other_name, province_code, province, region, postcode, lat, lon, population, search
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
      code text, istat text, name text, other_name text, province_code text, province text, region text, postcode text,
      lat float8, lon float8, population int, search text)
    ON CONFLICT (code) DO UPDATE SET
      istat = excluded.istat, name = excluded.name, other_name = excluded.other_name,
      province_code = excluded.province_code, province = excluded.province, region = excluded.region,
      postcode = excluded.postcode, lat = excluded.lat, lon = excluded.lon, population = excluded.population,
      search = excluded.search, active = true`.execute(tx);
  // Merged since the last import: bookings and people may still speak of them, so the rows stay.
  await sql`UPDATE municipality SET active = false WHERE active AND code <> ALL(${rows.map((row) => row.code)}::text[])`.execute(
    tx,
  );
}
