import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import { editDraft } from './edit-draft.ts';
import type { Editing } from './editing.ts';
import { fingerprint } from './fingerprint.ts';
import type { PlannerSettings } from './settings.rules.ts';
import { writeSettings } from './write-settings.ts';

export type SaveOutcome =
  | { ok: true; plannerId: number }
  | { ok: false; reason: 'unknown-planner' | 'unknown-service' }
  | { ok: false; reason: 'changed-meanwhile'; now: PlannerSettings };

/**
 * Makes a planner, unpublished and without rules, or changes the settings of one. With `seen`, the fingerprint of the
 * settings that were changed, only if they are still those. With `close`, seats that are open and would open later close.
 */
export async function savePlanner(
  tx: Tx,
  request: Editing & {
    plannerId: number | null;
    settings: PlannerSettings;
    seen?: string | undefined;
    close?: boolean;
  },
): Promise<SaveOutcome> {
  const { officeId, accountId, now, plannerId, settings, seen, close = false } = request;
  const offered = await sql`
    SELECT FROM offering WHERE office_id = ${officeId} AND id = ANY (${settings.offeringIds}::int[])`.execute(tx);
  if (offered.rows.length !== new Set(settings.offeringIds).size) return { ok: false, reason: 'unknown-service' };
  if (plannerId !== null) {
    return editDraft(tx, { ...request, plannerId, kind: 'edit-planner' }, async (draft): Promise<SaveOutcome> => {
      if (seen !== undefined && seen !== fingerprint(draft.settings))
        return { ok: false, reason: 'changed-meanwhile', now: draft.settings };
      const isWritten = await writeSettings(tx, { officeId, plannerId, now, settings, close });
      return isWritten ? { ok: true, plannerId } : { ok: false, reason: 'unknown-planner' };
    });
  }
  const made = await tx
    .insertInto('planner')
    .values({ office_id: officeId, name: settings.name, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeSettings(tx, { officeId, plannerId: made.id, now, settings });
  const detail = { ...settings };
  await audit(tx, { at: now, accountId, officeId, action: 'create-planner', subject: `planner:${made.id}`, detail });
  return { ok: true, plannerId: made.id };
}
