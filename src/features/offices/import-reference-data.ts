import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { dataHash } from './import-files.ts';
import { importMunicipalContacts } from './import-contacts.ts';
import { importHolidays } from './import-holidays.ts';
import { importConsularOffices, importTerritories } from './import-consular-offices.ts';
import { importMunicipalOffices } from './import-municipal-offices.ts';
import { importCountries, importMunicipalities } from './import-places.ts';
import { importPlaceNames } from './import-place-names.ts';
import { importServices } from './import-services.ts';

/**
 * Loads the open data of `data/` (countries, municipalities, every office, the catalogue, holidays).
 * Does nothing when the files are those of the last import. What an office or an administrator changed is kept: only
 * values still equal to the last imported ones are replaced.
 */
export async function importReferenceData(
  tx: Tx,
  request: { now: Temporal.Instant; demo?: boolean },
): Promise<{ ok: true; imported: boolean }> {
  const hash = dataHash();
  // Two processes starting together must not import together.
  await sql`SELECT pg_advisory_xact_lock(hashtext('turno import reference data'))`.execute(tx);
  const last = await sql<{ hash: string }>`SELECT hash FROM data_import WHERE name = 'reference'`.execute(tx);
  if (last.rows[0]?.hash === hash) return { ok: true, imported: false };

  await importCountries(tx);
  await importMunicipalities(tx);
  await importMunicipalContacts(tx, { invented: request.demo === true });
  await importServices(tx);
  await importConsularOffices(tx, request);
  await importMunicipalOffices(tx, request);
  await importTerritories(tx);
  await importPlaceNames(tx);
  await importHolidays(tx);
  await sql`
    INSERT INTO data_import (name, hash, imported_at) VALUES ('reference', ${hash}, ${request.now.toString()})
    ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, imported_at = excluded.imported_at`.execute(tx);
  return { ok: true, imported: true };
}
