import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Editing } from '../editing/editing.ts';
import { findPlan, lockPlanner } from '../plan.query.ts';
import { lockSlots } from '../slots/make-slots.ts';
import { remakeSlots } from '../slots/publish.ts';
import { noteReleases } from './note-releases.ts';

/**
 * Takes back what has not opened yet of a planned release: those seats follow the planner's rule again. A drip that has
 * begun keeps what is open.
 */
export async function cancelRelease(
  tx: Tx,
  request: Editing & { plannerId?: number | undefined; releaseId: string },
): Promise<Outcome<{ seats: number; plannerId: number }, 'unknown-release' | 'already-open'>> {
  const { officeId, accountId, now, releaseId } = request;
  const { rows } = await sql<{ plannerId: number }>`
    SELECT r.planner_id AS "plannerId" FROM release r JOIN planner p ON p.id = r.planner_id
    WHERE r.id = ${releaseId} AND p.office_id = ${officeId} AND r.created_by IS NOT NULL AND r.cancelled_at IS NULL`.execute(
    tx,
  );
  const plannerId = rows[0]?.plannerId;
  if (plannerId === undefined || (request.plannerId !== undefined && request.plannerId !== plannerId))
    return { ok: false, reason: 'unknown-release' };
  await lockPlanner(tx, plannerId);
  await lockSlots(tx, { plannerIds: [plannerId], after: now });
  const back = await sql<{ seats: number }>`
    UPDATE slot SET release_id = NULL WHERE planner_id = ${plannerId} AND release_id = ${releaseId} AND opens_at > ${now}
    RETURNING planned AS seats`.execute(tx);
  if (back.rows.length === 0) return { ok: false, reason: 'already-open' };
  const seats = back.rows.reduce((sum, row) => sum + row.seats, 0);
  await sql`
    UPDATE release r SET
      cancelled_at = CASE WHEN r.opens_at > ${now} THEN ${now}::timestamptz END,
      cancelled_by = CASE WHEN r.opens_at > ${now} THEN ${accountId}::int END,
      seats = CASE WHEN r.opens_at > ${now} THEN r.seats ELSE r.seats - ${seats} END,
      last_opens_at = CASE WHEN r.opens_at > ${now} THEN r.last_opens_at ELSE ${now} END
    WHERE r.id = ${releaseId}`.execute(tx);
  await remakeSlots(tx, { plannerId, now, anew: true });
  const plan = await findPlan(tx, plannerId);
  if (plan) await noteReleases(tx, { plan, now });
  const detail = { planner: plannerId, seats };
  await audit(tx, { at: now, accountId, officeId, action: 'cancel-release', subject: `release:${releaseId}`, detail });
  return { ok: true, seats, plannerId };
}
