import {
  changeOfferings,
  createOfferings,
  localOfferingColumns,
  movableOfferingColumns,
} from '#features/offices/index.ts';
import { attemptAll } from '#platform/attempt.ts';
import type { Db, Tx } from '#platform/database.ts';
import { changesIn, columnFields, recordOf } from '../column-fields.ts';
import { faultAt, type ReadRow } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { notFitting } from '../not-fitting.ts';
import { officeCode, officeField, placeOf, placesOf, serviceField } from '../places.ts';
import { servicesByWord } from './service-words.ts';

const also = {
  active: ['attivo', 'attiva'],
  duration_minutes: ['durata', 'durata_minuti', 'minuti'],
  party_max: ['persone_massimo', 'massimo_persone'],
  confirm_by: ['conferma'],
  confirm_opens_days: ['conferma_da_giorni'],
  confirm_closes_days: ['conferma_fino_a_giorni'],
  cancel_cutoff_hours: ['disdetta_ore'],
};

/** The services that offices offer, with their rules. */
export async function servicesKind(db: Db, run: ImportRun): Promise<Kind> {
  const columns = await movableOfferingColumns(db);
  const local = { local: localOfferingColumns };
  const fields = [officeField, serviceField, ...columnFields(columns, { ...local, also })];
  const words = await servicesByWord(db);
  return { name: 'services', fields, batch: 500, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const places = await placesOf(tx, rows);
    const seen = new Set<string>();
    const outcomes = new Map<ReadRow, Outcome>();
    const made = [];
    const changed = [];
    for (const row of rows) {
      const service = words.find(String(row.values['service']));
      if (service === undefined) {
        outcomes.set(row, refused(faultAt(row.raw, serviceField, { reason: 'unknown-service' })));
        continue;
      }
      const found = placeOf(run, places, row);
      if ('outcome' in found) {
        run.wouldBe.add(`service ${officeCode(row.values)} ${service}`);
        outcomes.set(row, found.outcome);
        continue;
      }
      const { place } = found;
      const key = `${place.code} ${service}`;
      const before = place.offerings.find(({ serviceCode }) => serviceCode === service);
      const record = recordOf(columns, row.values, { ...local, before: before?.row });
      const changes = before && changesIn(record, before.row);
      if (seen.has(key)) outcomes.set(row, refused(faultAt(row.raw, serviceField, { reason: 'twice' })));
      else if (before === undefined) made.push({ row, key, officeId: place.id, serviceCode: service, record });
      else if (changes && Object.keys(changes).length > 0) changed.push({ row, id: before.id, record: changes });
      else outcomes.set(row, { became: 'same' });
      seen.add(key);
    }
    const failed = [
      ...(await attemptAll(tx, made, (offerings) => createOfferings(tx, { columns, offerings }))),
      ...(await attemptAll(tx, changed, (offerings) => changeOfferings(tx, { columns, offerings }))),
    ];
    for (const { row } of changed) outcomes.set(row, { became: 'changed' });
    for (const { row, key } of made) {
      outcomes.set(row, { became: 'created' });
      run.wouldBe.add(`service ${key}`);
    }
    for (const { item, error } of failed) {
      outcomes.set(item.row, refused(notFitting(item.row, error)));
      if ('key' in item) run.wouldBe.delete(`service ${item.key}`);
    }
    return rows.map((row) => outcomes.get(row) ?? { became: 'same' });
  }
}
