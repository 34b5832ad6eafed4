import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { readOtherNames } from './import-other-names.ts';
import { type ImportedOffice, upsertOffices } from './import-offices.ts';
import { type Municipality, readMunicipalities } from './import-places.ts';
import { searchText } from './search-text.ts';

/** One registry office for every municipality; others are added by the municipality itself. */
export async function importMunicipalOffices(tx: Tx, request: { now: Temporal.Instant }): Promise<void> {
  await upsertOffices(tx, { offices: readMunicipalities().map(toOffice), now: request.now });
}

function toOffice(row: Municipality): ImportedOffice {
  const name: LocalText = {
    it: `Anagrafe – Comune di ${row.nome}`,
    en: `Registry office – Municipality of ${row.nome}`,
  };
  return {
    code: `comune-${row.catastale.toLowerCase()}-anagrafe`,
    kind: 'municipal',
    name,
    city: { it: row.nome, en: row.nome },
    country: 'IT',
    municipality_code: row.catastale,
    province_code: row.sigla,
    mae_code: null,
    time_zone: 'Europe/Rome',
    lat: row.lat,
    lon: row.lng,
    languages: languages(row),
    jurisdiction: null,
    remark: null,
    search: searchText(row.nome, row.nome_altra_lingua, ...readOtherNames('comune', row.nome)),
    search_more: searchText(row.sigla, row.provincia, row.regione, row.cap, 'anagrafe comune'),
  };
}

/** Languages in which the law lets people speak to the office. */
function languages(row: Municipality): string[] {
  if (row.sigla === 'BZ') return ['it', 'de'];
  if (row.sigla === 'AO') return ['it', 'fr'];
  if (['TS', 'GO', 'UD'].includes(row.sigla) && row.nome_altra_lingua) return ['it', 'sl'];
  return ['it'];
}
