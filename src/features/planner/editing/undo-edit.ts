import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Draft } from './draft.query.ts';
import type { Editing } from './editing.ts';
import type { EditKind } from './edit-draft.ts';
import { undoSteps } from './edits.query.ts';
import { lockPlanner } from '../plan.query.ts';
import { writeSettings } from './write-settings.ts';
import { writeRules } from './write-rules.ts';

export type UndoOutcome =
  | { ok: true; kind: EditKind }
  /** somebody else did or undid something meanwhile */
  | { ok: false; reason: 'other-step' };

/**
 * Takes back the last step of a planner's draft, or does the last one taken back again. `step` is the one that was
 * shown: should another be the last meanwhile, nothing happens, so that nobody takes back what they have not seen.
 */
export async function undoEdit(
  tx: Tx,
  request: Editing & { plannerId: number; step: number; direction: 'undo' | 'redo' },
): Promise<UndoOutcome> {
  const { officeId, accountId, now, plannerId, direction } = request;
  await lockPlanner(tx, plannerId);
  const step = (await undoSteps(tx, plannerId))[direction];
  if (step?.number !== request.step) return { ok: false, reason: 'other-step' };
  const { rows } = await sql<{ draft: Draft }>`
    UPDATE planner_edit SET undone = ${direction === 'undo'} WHERE planner_id = ${plannerId} AND number = ${step.number}
    RETURNING ${sql.ref(direction === 'undo' ? 'before' : 'after')} AS draft`.execute(tx);
  const draft = rows[0]?.draft;
  if (draft === undefined) return { ok: false, reason: 'other-step' };
  await writeRules(tx, plannerId, draft.rules);
  if (step.kind === 'edit-planner') await writeSettings(tx, { officeId, plannerId, now, settings: draft.settings });
  await sql`UPDATE planner SET version = version + 1, updated_at = ${now} WHERE id = ${plannerId}`.execute(tx);
  const detail = { step: step.number, kind: step.kind };
  await audit(tx, {
    at: now,
    accountId,
    officeId,
    action: `${direction}-edit`,
    subject: `planner:${plannerId}`,
    detail,
  });
  return { ok: true, kind: step.kind };
}
