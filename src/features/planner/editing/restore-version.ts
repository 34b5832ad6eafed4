import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { findDraft } from './draft.query.ts';
import type { Editing } from './editing.ts';
import { replaceRules } from './replace-rules.ts';
import { savePlanner } from './save-planner.ts';
import type { PlannerSettings } from './settings.rules.ts';
import type { OpeningRule } from '../rules.ts';

/** Brings the opening rules of a version back into the draft. What citizens see stays until it is published. */
export async function restoreVersion(
  tx: Tx,
  request: Editing & { plannerId: number; number: number },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-version' }> {
  const { plannerId, number } = request;
  const { rows } = await sql<{ rules: OpeningRule[] }>`
    SELECT rules FROM planner_version WHERE planner_id = ${plannerId} AND number = ${number}`.execute(tx);
  const [version] = rows;
  if (version === undefined) return { ok: false, reason: 'unknown-version' };
  await replaceRules(tx, { ...request, rules: version.rules, kind: 'restore-version' });
  return { ok: true };
}

/** Makes the quotas be those of a version. They hold at once, as all settings do, and can be undone as one step. */
export async function restoreQuotas(
  tx: Tx,
  request: Editing & { plannerId: number; number: number },
): Promise<{ ok: true } | { ok: false; reason: 'unknown-version' }> {
  const { plannerId, number } = request;
  const { rows } = await sql<{ settings: PlannerSettings }>`
    SELECT settings FROM planner_version WHERE planner_id = ${plannerId} AND number = ${number}`.execute(tx);
  const [version] = rows;
  const draft = await findDraft(tx, plannerId);
  if (version === undefined || draft === undefined) return { ok: false, reason: 'unknown-version' };
  const settings = { ...draft.settings, quotas: version.settings.quotas ?? [] };
  const saved = await savePlanner(tx, { ...request, settings });
  return saved.ok ? { ok: true } : { ok: false, reason: 'unknown-version' };
}
