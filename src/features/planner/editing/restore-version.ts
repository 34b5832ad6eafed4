import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { replaceRules } from './replace-rules.ts';
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
