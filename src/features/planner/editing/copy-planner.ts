import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { findDraft } from './draft.query.ts';
import type { Editing } from './editing.ts';
import { replaceRules } from './replace-rules.ts';
import { savePlanner } from './save-planner.ts';

export type CopyPlannerOutcome =
  | { ok: true; plannerId: number }
  /** the other office offers none of the services */
  | { ok: false; reason: 'unknown-planner' | 'no-services' };

/**
 * Makes a planner with the settings and hours of another one, as they are being edited, at the office that is being
 * edited: quotas, audience and how long seats are kept too. It is a draft. Services the office does not offer are left out.
 */
export async function copyPlanner(
  tx: Tx,
  request: Editing & { plannerId: number; name: string },
): Promise<CopyPlannerOutcome> {
  const { officeId, plannerId, name } = request;
  const draft = await findDraft(tx, plannerId);
  if (draft === undefined) return { ok: false, reason: 'unknown-planner' };
  const { rows } = await sql<{ id: number }>`
    SELECT here.id FROM offering there JOIN offering here ON here.service_code = there.service_code
    WHERE there.id = ANY (${draft.settings.offeringIds}::int[]) AND here.office_id = ${officeId}`.execute(tx);
  if (rows.length === 0) return { ok: false, reason: 'no-services' };
  const settings = { ...draft.settings, name, offeringIds: rows.map(({ id }) => id) };
  const saved = await savePlanner(tx, { ...request, plannerId: null, settings });
  if (!saved.ok) return { ok: false, reason: 'unknown-planner' };
  await replaceRules(tx, { ...request, plannerId: saved.plannerId, rules: draft.rules.map(({ rule }) => rule) });
  return { ok: true, plannerId: saved.plannerId };
}
