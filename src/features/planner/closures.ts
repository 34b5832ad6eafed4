import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Editing } from './editing.ts';
import { lockSlots } from './make-slots.ts';
import { lockPlanner } from './plan.query.ts';
import { remakeSlots } from './publish.ts';
import type { ClosedTime } from './rules.ts';

export interface NewClosure extends ClosedTime {
  readonly reason: LocalText;
  /** null: the whole office */
  readonly plannerId: number | null;
}

export type AddClosureOutcome =
  | { ok: true; closureId: number; withdrawn: number }
  | { ok: false; reason: 'unknown-planner' | 'already-closed' };

/**
 * Closes an office, or one planner, and withdraws the free slots of that time at once. Appointments stay until somebody
 * decides about them: `listClosures` tells which they are.
 */
export async function addClosure(tx: Tx, request: Editing & { closure: NewClosure }): Promise<AddClosureOutcome> {
  const { officeId, accountId, now, closure } = request;
  const { firstDay, lastDay, starts, ends, plannerId } = closure;
  const planners = await plannersToRemake(tx, { officeId, plannerId });
  if (plannerId !== null && planners === undefined) return { ok: false, reason: 'unknown-planner' };
  const same = await sql`
    SELECT FROM closure WHERE office_id = ${officeId} AND planner_id IS NOT DISTINCT FROM ${plannerId}::int
      AND first_day = ${firstDay} AND last_day = ${lastDay} AND starts IS NOT DISTINCT FROM ${starts}::time
      AND ends IS NOT DISTINCT FROM ${ends}::time`.execute(tx);
  if (same.rows.length > 0) return { ok: false, reason: 'already-closed' };
  const { id } = await tx
    .insertInto('closure')
    .values({
      office_id: officeId,
      planner_id: plannerId,
      first_day: firstDay,
      last_day: lastDay,
      starts,
      ends,
      reason: JSON.stringify(closure.reason),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const withdrawn = await remake(tx, planners ?? [], now);
  await audit(tx, {
    at: now,
    accountId,
    officeId,
    action: 'add-closure',
    subject: `closure:${id}`,
    detail: { firstDay, lastDay, starts, ends },
  });
  return { ok: true, closureId: id, withdrawn };
}

/** Opens again what a closure had closed. */
export async function removeClosure(
  tx: Tx,
  request: Editing & { closureId: number },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-closure' }> {
  const { officeId, accountId, now, closureId } = request;
  const removed = await tx
    .deleteFrom('closure')
    .where('id', '=', closureId)
    .where('office_id', '=', officeId)
    .returning('planner_id')
    .executeTakeFirst();
  if (removed === undefined) return { ok: false, reason: 'unknown-closure' };
  const planners = await plannersToRemake(tx, { officeId, plannerId: removed.planner_id });
  await remake(tx, planners ?? [], now);
  await audit(tx, { at: now, accountId, officeId, action: 'remove-closure', subject: `closure:${closureId}` });
  return { ok: true };
}

/**
 * Makes the slots of several planners again; answers how many were withdrawn. The ids of their slots cross, so all are
 * locked before the first is changed: planner by planner, whoever holds seats at two of them would lock crosswise.
 */
async function remake(tx: Tx, planners: readonly number[], now: Temporal.Instant): Promise<number> {
  for (const plannerId of planners) await lockPlanner(tx, plannerId);
  await lockSlots(tx, { plannerIds: planners, after: now });
  let withdrawn = 0;
  for (const plannerId of planners) withdrawn += (await remakeSlots(tx, { plannerId, now })).withdrawn;
  return withdrawn;
}

/** In id order, so that two closures at once wait for each other instead of locking crosswise. */
async function plannersToRemake(
  db: Db | Tx,
  filter: { officeId: number; plannerId: number | null },
): Promise<number[] | undefined> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM planner WHERE office_id = ${filter.officeId} AND (${filter.plannerId}::int IS NULL OR id = ${filter.plannerId}::int)
    ORDER BY id`.execute(db);
  return filter.plannerId !== null && rows.length === 0 ? undefined : rows.map((row) => row.id);
}
