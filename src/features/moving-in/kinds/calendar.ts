import {
  addClosure,
  addExtraOpening,
  type NewClosure,
  type NewExtraOpening,
  remakeOffice,
} from '#features/planner/index.ts';
import { attempt } from '#platform/attempt.ts';
import type { Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import * as read from '../cells/readers.ts';
import { faultAt, type Field, type ReadRow, textIn } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { notFitting } from '../not-fitting.ts';
import { officeField, type Place, placeOf, placesOf, plannerField, plannerOf } from '../places.ts';
import { hoursFields } from './opening-rules.ts';

const firstDay: Field = {
  name: 'first_day',
  also: ['dal', 'giorno', 'data', 'data_inizio'],
  read: read.day,
  mandatory: true,
};
const lastDay: Field = { name: 'last_day', also: ['al', 'data_fine'], read: read.day };
const reasons: Field[] = [
  { name: 'reason_it', also: ['motivo', 'reason'], read: read.text(200) },
  { name: 'reason_en', also: ['motivo_inglese'], read: read.text(200) },
];

/** When offices or planners are closed. */
export function closuresKind(run: ImportRun): Kind {
  const fields: Field[] = [
    officeField,
    { ...plannerField, mandatory: false },
    firstDay,
    lastDay,
    hoursFields.starts,
    hoursFields.ends,
    { name: 'yearly', also: ['ogni_anno'], read: read.yesNo },
    ...reasons,
  ];
  return calendarKind(run, 'closures', fields, async (tx, place, row) => {
    const days = daysOf(row);
    if (days === undefined) return refused(faultAt(row.raw, lastDay, { reason: 'order' }));
    const planner = row.values['planner'] === undefined ? undefined : plannerOf(run, place, row);
    if (planner && 'outcome' in planner) return planner.outcome;
    const hours = { starts: hourOf(row, 'starts'), ends: hourOf(row, 'ends') };
    const isHalf = (hours.starts === null) !== (hours.ends === null);
    if (isHalf)
      return refused(
        faultAt(row.raw, hours.starts === null ? hoursFields.starts : hoursFields.ends, { reason: 'required' }),
      );
    const plannerId = planner?.planner.id ?? null;
    const closure: NewClosure = {
      ...days,
      ...hours,
      plannerId,
      reason: reasonOf(row),
      yearly: row.values['yearly'] === true,
    };
    return { became: (await addClosure(tx, { officeId: place.id, closure, now: run.now })) ? 'created' : 'same' };
  });
}

/** When planners open beside their rules. */
export function extraOpeningsKind(run: ImportRun): Kind {
  const { starts, ends, minutes, desks } = hoursFields;
  const mandatory = [officeField, plannerField, firstDay, starts, ends, minutes].map((field) => ({
    ...field,
    mandatory: true,
  }));
  return calendarKind(run, 'extra-openings', [...mandatory, lastDay, desks, ...reasons], async (tx, place, row) => {
    const days = daysOf(row);
    const known = plannerOf(run, place, row);
    if ('outcome' in known) return known.outcome;
    const hours = { starts: hourOf(row, 'starts') ?? '', ends: hourOf(row, 'ends') ?? '' };
    if (days === undefined || hours.ends <= hours.starts) {
      return refused(faultAt(row.raw, days === undefined ? lastDay : ends, { reason: 'order' }));
    }
    const opening: NewExtraOpening = {
      ...days,
      ...hours,
      minutes: Number(row.values['minutes']),
      desks: Number(row.values['desks'] ?? 1),
      plannerId: known.planner.id,
      reason: reasonOf(row),
    };
    const added = await addExtraOpening(tx, { officeId: place.id, opening, now: run.now });
    if (added === 'conflict') return refused(faultAt(row.raw, starts, { reason: 'conflict' }));
    return { became: added === 'known' ? 'same' : 'created' };
  });
}

/** Entries one by one, and the slots of each office that they change, in the same transaction. */
function calendarKind(
  run: ImportRun,
  name: 'closures' | 'extra-openings',
  fields: readonly Field[],
  add: (tx: Tx, place: Place, row: ReadRow) => Promise<Outcome>,
): Kind {
  return {
    name,
    fields,
    batch: 50,
    async take(tx: Tx, groups: readonly Group[]) {
      const places = await placesOf(
        tx,
        groups.map(([row]) => row),
      );
      const outcomes: Outcome[] = [];
      const touched = new Set<number>();
      for (const [row] of groups) {
        const found = placeOf(run, places, row);
        if ('outcome' in found) {
          outcomes.push(found.outcome);
          continue;
        }
        const tried = await attempt(tx, () => add(tx, found.place, row));
        const outcome = tried.ok ? tried.result : refused(notFitting(row, tried.error));
        if (outcome.became === 'created') touched.add(found.place.id);
        outcomes.push(outcome);
      }
      for (const officeId of [...touched].sort((a, b) => a - b)) await remakeOffice(tx, { officeId, now: run.now });
      return outcomes;
    },
  };
}

function daysOf({ values }: ReadRow): { firstDay: string; lastDay: string } | undefined {
  const first = String(values['first_day']);
  const last = textIn(values, 'last_day') ?? first;
  return last < first ? undefined : { firstDay: first, lastDay: last };
}

function hourOf({ values }: ReadRow, name: 'starts' | 'ends'): string | null {
  const hour = values[name];
  return typeof hour === 'string' ? hour.slice(0, 5) : null;
}

function reasonOf({ values }: ReadRow): LocalText {
  const { reason_it: it, reason_en: en } = values;
  return { it: typeof it === 'string' ? it : '', ...(typeof en === 'string' ? { en } : {}) };
}
