import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { NewClosure, NewExtraOpening } from '../calendar/calendar-change.rules.ts';
import { changeFault, isKnown } from '../calendar/change-faults.query.ts';
import { publishedPlanners } from '../plan.query.ts';
import { remakeSlots } from '../slots/publish.ts';

/** Closes offices or planners; answers whether it was new. The slots follow with `remakeOffice`. */
export async function addClosure(
  tx: Tx,
  request: { officeId: number; closure: NewClosure; now: Temporal.Instant },
): Promise<boolean> {
  const { officeId, closure, now } = request;
  if (await isKnown(tx, { officeId, closure })) return false;
  const { plannerId, firstDay, lastDay, starts, ends, reason, yearly } = closure;
  await tx
    .insertInto('closure')
    .values({
      office_id: officeId,
      planner_id: plannerId,
      first_day: firstDay,
      last_day: lastDay,
      starts,
      ends,
      reason: JSON.stringify(reason),
      yearly,
      created_at: now,
    })
    .execute();
  return true;
}

/** Opens a planner on some days beside its rules, unless it does so already or the hours do not fit with others. */
export async function addExtraOpening(
  tx: Tx,
  request: { officeId: number; opening: NewExtraOpening; now: Temporal.Instant },
): Promise<'added' | 'known' | 'conflict'> {
  const { officeId, opening, now } = request;
  const { plannerId, firstDay, lastDay, starts, ends, minutes, desks } = opening;
  const known = await sql`
    SELECT FROM extra_opening WHERE planner_id = ${plannerId} AND first_day = ${firstDay} AND last_day = ${lastDay}
      AND starts = ${starts}::time AND ends = ${ends}::time AND minutes = ${minutes} AND desks = ${desks}`.execute(tx);
  if (known.rows.length > 0) return 'known';
  if (await changeFault(tx, { officeId, change: { kind: 'open', opening } })) return 'conflict';
  await tx
    .insertInto('extra_opening')
    .values({
      planner_id: plannerId,
      first_day: firstDay,
      last_day: lastDay,
      starts,
      ends,
      minutes,
      desks,
      reason: JSON.stringify(opening.reason),
      created_at: now,
    })
    .execute();
  return 'added';
}

/** Makes the slots of all published planners of an office follow its calendar. */
export async function remakeOffice(tx: Tx, request: { officeId: number; now: Temporal.Instant }): Promise<void> {
  for (const plannerId of await publishedPlanners(tx, request.officeId)) {
    await remakeSlots(tx, { plannerId, now: request.now });
  }
}
