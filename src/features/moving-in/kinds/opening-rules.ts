import { firstConflict, type OpeningRule, publishPlanner, replaceRules } from '#features/planner/index.ts';
import type { Tx } from '#platform/database.ts';
import * as read from '../cells/readers.ts';
import { readHour } from '../cells/dates.rules.ts';
import { canonical } from '../column-fields.ts';
import { faultAt, type Field, type Reading, type ReadRow, textIn } from '../field.ts';
import { type Group, type ImportRun, type Kind, type Outcome, refused } from '../import-run.ts';
import { officeCode, officeField, placeOf, placesOf, plannerField, plannerOf } from '../places.ts';

const within =
  (least: number, most: number) =>
  (text: string): Reading => {
    const found = read.wholeNumber(text);
    const isFine = found.ok && Number(found.value) >= least && Number(found.value) <= most;
    return isFine ? found : { ok: false, reason: 'whole-number', detail: `${least}–${most}` };
  };

export const hoursFields = {
  starts: { name: 'starts', also: ['dalle', 'ora_inizio', 'inizio', 'apre'], read: read.hour },
  ends: { name: 'ends', also: ['alle', 'ora_fine', 'fine', 'chiude'], read: read.hour },
  minutes: { name: 'minutes', also: ['minuti', 'durata', 'durata_minuti'], read: within(1, 480) },
  desks: { name: 'desks', also: ['sportelli', 'posti'], read: within(1, 200) },
} satisfies Record<string, Field>;

const fields: readonly Field[] = [
  officeField,
  plannerField,
  { name: 'valid_from', also: ['dal', 'valida_dal', 'dal_giorno'], read: read.day },
  { name: 'valid_to', also: ['al', 'valida_al', 'al_giorno'], read: read.day },
  { name: 'weekdays', also: ['giorni', 'giorni_settimana', 'giorno'], read: read.weekdays, mandatory: true },
  { ...hoursFields.starts, mandatory: true },
  { ...hoursFields.ends, mandatory: true },
  { name: 'breaks', also: ['pause', 'pausa'], read: breaks },
  { ...hoursFields.minutes, mandatory: true },
  hoursFields.desks,
];

/** The hours of planners. The rows of a planner are all its hours: they take the place of those it has. */
export function openingRulesKind(run: ImportRun): Kind {
  const together = ({ values }: ReadRow) => `${officeCode(values)} ${String(values['planner']).trim()}`;
  return { name: 'opening-rules', fields, batch: 20, together, scattered: true, take };

  async function take(tx: Tx, groups: readonly Group[]): Promise<Outcome[]> {
    const places = await placesOf(
      tx,
      groups.map(([row]) => row),
    );
    const outcomes: Outcome[] = [];
    for (const group of groups) outcomes.push(await takeOne(tx, group));
    return outcomes;

    async function takeOne(at: Tx, group: Group): Promise<Outcome> {
      const [row] = group;
      const found = placeOf(run, places, row);
      if ('outcome' in found) return found.outcome;
      const known = plannerOf(run, found.place, row);
      if ('outcome' in known) return known.outcome;
      const today = run.now.toZonedDateTimeISO(found.place.zone).toPlainDate().toString();
      const rules = group.map(({ values }) => ruleOf(values, today));
      const wrong = group.filter((_, index) => isUpsideDown(rules[index]));
      if (wrong.length > 0)
        return refused(...wrong.map(({ raw }) => faultAt(raw, hoursFields.ends, { reason: 'order' })));
      const conflict = firstConflict(rules);
      const other = conflict && group[conflict.index];
      if (other)
        return refused(faultAt(other.raw, hoursFields.starts, { reason: 'conflict', detail: conflict.reason }));
      const { planner, place } = { ...known, ...found };
      if (sorted(planner.rules) === sorted(rules)) return { became: 'same' };
      const { accountId, now } = run;
      await replaceRules(at, { officeId: place.id, accountId, now, plannerId: planner.id, rules });
      // At once: a run that is cut short would find the hours as they should be, and not open.
      if (planner.published) await publishPlanner(at, { officeId: place.id, accountId, now, plannerId: planner.id });
      return { became: planner.rules.length === 0 ? 'created' : 'changed' };
    }
  }
}

function ruleOf(values: ReadRow['values'], today: string): OpeningRule {
  return {
    validFrom: textIn(values, 'valid_from') ?? today,
    validTo: typeof values['valid_to'] === 'string' ? values['valid_to'] : null,
    // As the field read them.
    weekdays: values['weekdays'] as number[],
    starts: String(values['starts']).slice(0, 5),
    ends: String(values['ends']).slice(0, 5),
    breaks: (values['breaks'] ?? []) as OpeningRule['breaks'],
    minutes: Number(values['minutes']),
    desks: Number(values['desks'] ?? 1),
  };
}

function isUpsideDown(rule: OpeningRule | undefined): boolean {
  return rule !== undefined && (rule.ends <= rule.starts || (rule.validTo !== null && rule.validTo < rule.validFrom));
}

/** The same hours in another order are the same. */
function sorted(rules: readonly OpeningRule[]): string {
  return rules.map(canonical).sort().join('\n');
}

/** `10.30-11.00`, several with | between them; or a JSON list of starts and ends. */
function breaks(text: string): Reading {
  if (text.startsWith('[')) return read.json(text);
  const found = text.split(/[|;]/).map((part) => {
    const [starts, ends] = part.split(/[-–]/).map((hour) => readHour(hour.trim()));
    return starts === undefined || ends === undefined || ends <= starts ? undefined : { starts, ends };
  });
  const isWhole = found.every((pause) => pause !== undefined);
  return isWhole ? { ok: true, value: found } : { ok: false, reason: 'hour', detail: '10:30-11:00' };
}
