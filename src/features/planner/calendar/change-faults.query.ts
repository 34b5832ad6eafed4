import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { CalendarChange, NewClosure, NewExtraOpening } from './calendar-change.rules.ts';
import { type GridConflict, gridConflict } from '../slots/grid.rules.ts';
import { findPlan, type Plan } from '../plan.query.ts';
import type { OpeningRule } from '../rules.ts';

export type ChangeRefusal = 'unknown-planner' | 'unknown-entry' | 'already-closed' | GridConflict;

/** Why an office's calendar cannot be changed so, if it cannot. */
export async function changeFault(
  db: Db | Tx,
  request: { officeId: number; change: CalendarChange },
): Promise<ChangeRefusal | undefined> {
  const { officeId, change } = request;
  switch (change.kind) {
    case 'close': {
      for (const { plannerId } of change.closures) {
        if (plannerId !== null && (await planOf(db, { officeId, plannerId })) === undefined) return 'unknown-planner';
      }
      const known = await Promise.all(change.closures.map((closure) => isKnown(db, { officeId, closure })));
      return known.every(Boolean) ? 'already-closed' : undefined;
    }
    case 'open': {
      const plan = await planOf(db, { officeId, plannerId: change.opening.plannerId });
      return plan === undefined ? 'unknown-planner' : openingConflict(plan, change.opening);
    }
    case 'remove':
      return (await isEntry(db, { officeId, entryId: change.entryId })) ? undefined : 'unknown-entry';
  }
}

/** Whether an office has just this closure already. */
export async function isKnown(db: Db | Tx, request: { officeId: number; closure: NewClosure }): Promise<boolean> {
  const { officeId, closure } = request;
  const { rows } = await sql`
    SELECT FROM closure WHERE office_id = ${officeId} AND planner_id IS NOT DISTINCT FROM ${closure.plannerId}::int
      AND first_day = ${closure.firstDay} AND last_day = ${closure.lastDay} AND yearly = ${closure.yearly}
      AND starts IS NOT DISTINCT FROM ${closure.starts}::time AND ends IS NOT DISTINCT FROM ${closure.ends}::time`.execute(
    db,
  );
  return rows.length > 0;
}

async function isEntry(db: Db | Tx, filter: { officeId: number; entryId: number }): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM closure WHERE id = ${filter.entryId} AND office_id = ${filter.officeId}
    UNION ALL
    SELECT FROM extra_opening e JOIN planner p ON p.id = e.planner_id
    WHERE e.id = ${filter.entryId} AND p.office_id = ${filter.officeId}`.execute(db);
  return rows.length > 0;
}

async function planOf(db: Db | Tx, filter: { officeId: number; plannerId: number }): Promise<Plan | undefined> {
  const plan = await findPlan(db, filter.plannerId);
  return plan?.officeId === filter.officeId ? plan : undefined;
}

/** An extra opening must cut its days as the planner's other hours do; rules of a day that is closed do not count. */
function openingConflict(plan: Plan, opening: NewExtraOpening): GridConflict | undefined {
  const rules = plan.publishedRules ?? plan.rules;
  const last = Temporal.PlainDate.from(opening.lastDay);
  for (let day = Temporal.PlainDate.from(opening.firstDay); !isAfter(day, last); day = day.add({ days: 1 })) {
    const date = day.toString();
    const isClosed = plan.closures.some(
      ({ firstDay, lastDay, starts }) => starts === null && firstDay <= date && date <= lastDay,
    );
    const others = plan.extras.filter(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
    const mine = asRule(opening, day);
    for (const other of [...(isClosed ? [] : rules), ...others.map((extra) => asRule(extra, day))]) {
      const conflict = gridConflict(mine, other);
      if (conflict) return conflict;
    }
  }
  return undefined;
}

function asRule(
  opening: Pick<OpeningRule, 'starts' | 'ends' | 'minutes' | 'desks'>,
  day: Temporal.PlainDate,
): OpeningRule {
  const { starts, ends, minutes, desks } = opening;
  const date = day.toString();
  return { validFrom: date, validTo: date, weekdays: [day.dayOfWeek], starts, ends, breaks: [], minutes, desks };
}

function isAfter(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) > 0;
}
