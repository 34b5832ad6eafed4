import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { countryNames } from './country-names.ts';
import { readRows } from './import-files.ts';
import { type ImportedOffice, upsertOffices } from './import-offices.ts';
import { readOtherNames } from './import-other-names.ts';
import { type Country, readCountries } from './import-places.ts';
import { searchText } from './search-text.ts';

const consulate = z.object({
  id: z.string().regex(/^(amb|cons)-[a-z-]+$/),
  codice_mae: z.string(),
  denominazione: z.string().min(1),
  denominazione_en: z.string().min(1),
  citta: z.string().min(1),
  citta_en: z.string().min(1),
  iso2: z.string().length(2),
  fuso: z.string().min(1),
  lat: z.coerce.number(),
  lon: z.coerce.number(),
  circoscrizione: z.string(),
  circoscrizione_en: z.string(),
  nota: z.string(),
  nota_en: z.string(),
});

const territory = z.object({
  sede: z.string(),
  iso2: z.string(),
  nome_it: z.string().min(1),
  nome_en: z.string().min(1),
  stato_al: z.string(),
});

type Consulate = z.infer<typeof consulate>;
type Territory = z.infer<typeof territory>;

export function readConsulates(): Consulate[] {
  return readRows('consolati.csv', consulate);
}

export function readTerritories(): Territory[] {
  return readRows('consolati_territori.csv', territory);
}

export async function importConsularOffices(tx: Tx, request: { now: Temporal.Instant }): Promise<void> {
  const countries = new Map(readCountries().map((country) => [country.iso2, country]));
  const territories = Map.groupBy(readTerritories(), (row) => row.sede);
  const offices = readConsulates().map((row) => toOffice(row, countries.get(row.iso2), territories.get(row.id) ?? []));
  await upsertOffices(tx, { offices, now: request.now });
}

/** Which office serves which country or territory, after the offices exist. */
export async function importTerritories(tx: Tx): Promise<void> {
  const consulates = new Map(readConsulates().map((row) => [row.id, row]));
  const rows = readTerritories().map((row) => {
    const part = partOf(consulates.get(row.sede), row);
    return {
      office: row.sede,
      country: row.iso2 || null,
      name: part ?? { it: row.nome_it, en: row.nome_en },
      as_of: row.stato_al || null,
      part: part !== undefined,
    };
  });
  // What an office or an administrator wrote of a territory stays.
  await sql`
    DELETE FROM consular_territory WHERE office_id IN (SELECT id FROM office WHERE territory_changed_at IS NULL)`.execute(
    tx,
  );
  await sql`
    INSERT INTO consular_territory (office_id, country, name, as_of, part)
    SELECT office.id, r.country, r.name, r.as_of, r.part
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (office text, country text, name jsonb, as_of date, part boolean)
    JOIN office ON office.code = r.office AND office.territory_changed_at IS NULL`.execute(tx);
}

/** The part of its own country that an office serves, where a source states it. */
function partOf(office: Consulate | undefined, { iso2 }: Territory): LocalText | undefined {
  if (office === undefined || office.circoscrizione === '' || office.iso2 !== iso2) return undefined;
  return { it: office.circoscrizione, en: office.circoscrizione_en };
}

function toOffice(row: Consulate, country: Country | undefined, territories: readonly Territory[]): ImportedOffice {
  return {
    code: row.id,
    kind: 'consular',
    name: { it: row.denominazione, en: row.denominazione_en },
    city: { it: row.citta, en: row.citta_en },
    country: row.iso2,
    municipality_code: null,
    province_code: null,
    mae_code: row.codice_mae || null,
    time_zone: row.fuso,
    lat: row.lat,
    lon: row.lon,
    languages: ['it', 'en'],
    jurisdiction: jurisdiction(row, territories),
    remark: row.nota ? { it: row.nota, en: row.nota_en } : null,
    search: searchText(
      row.denominazione,
      row.denominazione_en,
      row.citta,
      row.citta_en,
      ...readOtherNames('sede', row.citta),
    ),
    search_more: searchText(
      row.iso2,
      country?.nome_it,
      country?.nome_en,
      ...countryNames(row.iso2),
      ...readOtherNames('paese', row.iso2),
    ),
  };
}

/** The part of the country where a source states it; otherwise the countries and territories the office serves. */
function jurisdiction(row: Consulate, territories: readonly Territory[]): LocalText | null {
  if (row.circoscrizione) return { it: row.circoscrizione, en: row.circoscrizione_en };
  if (territories.length === 0) return null;
  const list = (names: string[], locale: string) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  return {
    it: list(
      territories.map((at) => at.nome_it),
      'it',
    ),
    en: list(
      territories.map((at) => at.nome_en),
      'en-GB',
    ),
  };
}
