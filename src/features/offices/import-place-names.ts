import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { countryNames } from './country-names.ts';
import { readConsulates, readTerritories } from './import-consular-offices.ts';
import { readOtherNames } from './import-other-names.ts';
import { type Municipality, readCountries, readMunicipalities } from './import-places.ts';
import { formerRows, townRows } from './import-former-and-towns.ts';
import { type NamedPlace, nameRow, type PlaceNameRow } from './place-name-row.ts';

/** How large a seat or a country counts beside a municipality, when a few letters could mean any of them. */
const seatSize = 1_000_000;
const countrySize = 2_000_000;

/** Every name under which a place is looked for. Cheap to make, so all rows are made anew. */
export async function importPlaceNames(tx: Tx): Promise<void> {
  const rows = new Map<string, PlaceNameRow>();
  for (const row of allRows()) {
    const id = [row.words, row.kind, row.code, row.within].join('\t');
    if (row.words !== '' && !rows.has(id)) rows.set(id, row);
  }
  await sql`DELETE FROM place_name`.execute(tx);
  await sql`
    INSERT INTO place_name (kind, code, within, name, words, joined, key, label, size, until, lat, lon)
    SELECT kind, code, within, name, words, joined, key, label, size, until, lat, lon
    FROM jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) AS r (
      kind text, code text, within text, name text, words text, joined text, key text, label jsonb, size int, until int,
      lat float8, lon float8)`.execute(tx);
}

function allRows(): PlaceNameRow[] {
  const municipalities = readMunicipalities();
  return [
    ...seatRows(),
    ...municipalities.flatMap(municipalityRows),
    ...formerRows(municipalities),
    ...provinceRows(municipalities),
    ...regionRows(municipalities),
    ...countryRows(),
    ...territoryRows(),
    ...townRows(),
  ];
}

function seatRows(): PlaceNameRow[] {
  return readConsulates().flatMap((seat) => {
    const { lat, lon, citta, citta_en } = seat;
    const label = { it: citta, en: citta_en };
    const place: NamedPlace = { kind: 'seat', code: seat.id, within: seat.iso2, label, size: seatSize, lat, lon };
    return [citta, citta_en, ...readOtherNames('sede', citta)].map((name) => nameRow(place, name));
  });
}

function municipalityRows(row: Municipality): PlaceNameRow[] {
  const { catastale: code, nome, nome_altra_lingua, sigla, popolazione: size, lat, lng: lon } = row;
  const place: NamedPlace = { kind: 'municipality', code, within: sigla, label: { it: nome }, size, lat, lon };
  return [nome, nome_altra_lingua, ...readOtherNames('comune', nome)].map((name) => nameRow(place, name));
}

function provinceRows(municipalities: readonly Municipality[]): PlaceNameRow[] {
  return [...Map.groupBy(municipalities, (row) => row.sigla)].flatMap(([code, rows]) => {
    const name = rows[0]?.provincia ?? code;
    const place: NamedPlace = { kind: 'province', code, within: '', label: { it: name }, size: people(rows) };
    return [name, code, ...readOtherNames('provincia', code)].map((one) => nameRow(place, one));
  });
}

function regionRows(municipalities: readonly Municipality[]): PlaceNameRow[] {
  return [...Map.groupBy(municipalities, (row) => row.regione)].flatMap(([code, rows]) => {
    const place: NamedPlace = { kind: 'region', code, within: '', label: { it: code }, size: people(rows) };
    return [code, ...readOtherNames('regione', code)].map((one) => nameRow(place, one));
  });
}

function people(rows: readonly Municipality[]): number {
  return rows.reduce((sum, row) => sum + row.popolazione, 0);
}

function countryRows(): PlaceNameRow[] {
  return readCountries()
    .filter((row) => row.iso2 !== 'IT')
    .flatMap((row) => {
      const label = { it: row.nome_it, en: row.nome_en };
      const place: NamedPlace = { kind: 'country', code: row.iso2, within: '', label, size: countrySize };
      const names = [row.nome_it, row.nome_en, ...countryNames(row.iso2), ...readOtherNames('paese', row.iso2)];
      return names.map((name) => nameRow(place, name));
    });
}

/** Territories without a code of their own, and parts of countries: the office that serves them. */
function territoryRows(): PlaceNameRow[] {
  return readTerritories().flatMap(({ sede: code, nome_it, nome_en, iso2 }) => {
    const label = { it: nome_it, en: nome_en };
    const place: NamedPlace = { kind: 'served', code, within: iso2, label, size: seatSize };
    return [nome_it, nome_en].map((name) => nameRow(place, name));
  });
}
