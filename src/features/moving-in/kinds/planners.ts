import { changePlanners, createPlanners, movablePlannerColumns } from '#features/planner/index.ts';
import { attemptAll } from '#platform/attempt.ts';
import type { Db, Tx } from '#platform/database.ts';
import * as read from '../cells/readers.ts';
import { canonical, changesIn, columnFields, recordOf } from '../column-fields.ts';
import { faultAt, type ReadRow } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { notFitting } from '../not-fitting.ts';
import { officeCode, officeField, type Place, placeOf, placesOf, plannerField } from '../places.ts';
import { type ServiceWords, servicesByWord } from './service-words.ts';

const servicesField = { name: 'services', also: ['servizi', 'service', 'servizio'], read: read.list };

const also = {
  horizon_days: ['orizzonte_giorni', 'giorni_prenotabili'],
  notice_minutes: ['preavviso_minuti'],
  release_time: ['ora_di_apertura', 'ora_apertura'],
};

/** The planners of offices: their settings and services, without their hours. */
export async function plannersKind(db: Db, run: ImportRun): Promise<Kind> {
  const columns = await movablePlannerColumns(db);
  const published = { name: 'published', also: ['pubblicata', 'pubblicato', 'attiva'], read: read.yesNo };
  const fields = [officeField, plannerField, servicesField, published, ...columnFields(columns, { also })];
  const words = await servicesByWord(db);
  return { name: 'planners', fields, batch: 200, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const rows = groups.map(([row]) => row);
    const places = await placesOf(tx, rows);
    const seen = new Set<string>();
    const outcomes = new Map<ReadRow, Outcome>();
    const made = [];
    const changed = [];
    for (const row of rows) {
      const name = String(row.values['planner']).trim().slice(0, 100);
      const found = placeOf(run, places, row);
      if ('outcome' in found) {
        run.wouldBe.add(`planner ${officeCode(row.values)} ${name}`).add(`planning ${officeCode(row.values)}`);
        outcomes.set(row, found.outcome);
        continue;
      }
      const { place } = found;
      const key = `${place.code} ${name}`;
      const offered = offeringsIn(run, place, row, words);
      const before = place.planners.find((planner) => planner.key === name);
      const record = recordOf(columns, row.values, {});
      const wanted = row.values['published'] === true;
      if (seen.has(key)) outcomes.set(row, refused(faultAt(row.raw, plannerField, { reason: 'twice' })));
      else if ('outcome' in offered) outcomes.set(row, offered.outcome);
      else if (before === undefined) {
        const offeringIds = offered.ids ?? [];
        made.push({ row, key, officeId: place.id, name: ownName(name, place, seen), record, offeringIds, wanted });
      } else {
        const changes = changesIn(record, before.row);
        const isOther = offered.ids !== undefined && canonical(offered.ids) !== canonical(before.offeringIds);
        const toPublish = wanted && !before.published;
        const change = { row, id: before.id, record: changes, published: before.published };
        if (toPublish) run.toPublish.add(before.id);
        if (Object.keys(changes).length > 0 || isOther)
          changed.push({ ...change, offeringIds: isOther ? offered.ids : undefined });
        else outcomes.set(row, { became: toPublish ? 'changed' : 'same' });
      }
      seen.add(key);
    }
    const { now } = run;
    const failed = [
      ...(await attemptAll(tx, made, async (planners) => {
        const ids = await createPlanners(tx, { columns, planners, now });
        for (const [index, { wanted }] of planners.entries()) if (wanted) run.toPublish.add(ids[index] ?? 0);
      })),
      ...(await attemptAll(tx, changed, (planners) => changePlanners(tx, { columns, planners, now }))),
    ];
    for (const { row } of changed) outcomes.set(row, { became: 'changed' });
    for (const { row, key } of made) {
      outcomes.set(row, { became: 'created' });
      run.wouldBe.add(`planner ${key}`).add(`planning ${officeCode(row.values)}`);
    }
    for (const { item, error } of failed) outcomes.set(item.row, refused(notFitting(item.row, error)));
    return rows.map((row) => outcomes.get(row) ?? { became: 'same' });
  }
}

/** `Agenda #2` is the second of that name: it is called like the first. */
function ownName(key: string, place: Place, seen: ReadonlySet<string>): string {
  const name = /^(.+) #\d+$/.exec(key)?.[1];
  const isSecond =
    name !== undefined && (seen.has(`${place.code} ${name}`) || place.planners.some((one) => one.key === name));
  return isSecond ? name : key;
}

function offeringsIn(
  run: ImportRun,
  place: Place,
  row: ReadRow,
  words: ServiceWords,
): { ids: number[] | undefined } | { outcome: Outcome } {
  const typed = row.values['services'];
  if (!Array.isArray(typed)) return { ids: undefined };
  const ids: number[] = [];
  for (const word of typed.map(String)) {
    const code = words.find(word);
    const offering = place.offerings.find(({ serviceCode }) => serviceCode === code);
    if (offering) ids.push(offering.id);
    else if (code !== undefined && run.wouldBe.has(`service ${place.code} ${code}`))
      return { outcome: { became: 'waits' } };
    else {
      const fault = faultAt(row.raw, servicesField, { reason: 'unknown-service', detail: word.slice(0, 40) });
      return { outcome: refused(fault) };
    }
  }
  return { ids: [...new Set(ids)].sort((a, b) => a - b) };
}
