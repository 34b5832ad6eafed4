import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { lockPlanner } from '../plan.query.ts';

/** Deletes a planner that never had a slot. One that had is taken off instead: its appointments refer to it. */
export async function deletePlanner(
  tx: Tx,
  request: Editing & { plannerId: number },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-planner' | 'planner-in-use' }> {
  const { officeId, accountId, now, plannerId } = request;
  await lockPlanner(tx, plannerId);
  const used = await sql`SELECT FROM slot WHERE planner_id = ${plannerId} LIMIT 1`.execute(tx);
  if (used.rows.length > 0) return { ok: false, reason: 'planner-in-use' };
  const deleted = await sql`DELETE FROM planner WHERE id = ${plannerId} AND office_id = ${officeId}`.execute(tx);
  if (deleted.numAffectedRows === 0n) return { ok: false, reason: 'unknown-planner' };
  await audit(tx, { at: now, accountId, officeId, action: 'delete-planner', subject: `planner:${plannerId}` });
  return { ok: true };
}
