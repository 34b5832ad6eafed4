import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Editing } from './editing.ts';
import { lockPlanner } from './plan.query.ts';
import { remakeSlots } from './publish.ts';

/** What an office decides about a planner beside its opening rules. Takes effect at once. */
export interface PlannerSettings {
  readonly name: string;
  readonly offeringIds: readonly number[];
  readonly horizonDays: number;
  readonly noticeMinutes: number;
  /** `HH:MM` */
  readonly releaseTime: string;
}

export type SaveOutcome =
  | { ok: true; plannerId: number }
  | { ok: false; reason: 'unknown-planner' | 'unknown-service' };

/** Makes a planner, unpublished and without rules, or changes the settings of one. */
export async function savePlanner(
  tx: Tx,
  request: Editing & { plannerId: number | null; settings: PlannerSettings },
): Promise<SaveOutcome> {
  const { officeId, accountId, now, settings } = request;
  const offered = await sql`
    SELECT FROM offering WHERE office_id = ${officeId} AND id = ANY (${settings.offeringIds}::int[])`.execute(tx);
  if (offered.rows.length !== new Set(settings.offeringIds).size) return { ok: false, reason: 'unknown-service' };
  const plannerId = await write(tx, request);
  if (plannerId === undefined) return { ok: false, reason: 'unknown-planner' };
  await sql`DELETE FROM planner_offering WHERE planner_id = ${plannerId} AND offering_id <> ALL (${settings.offeringIds}::int[])`.execute(
    tx,
  );
  await sql`INSERT INTO planner_offering SELECT ${plannerId}, unnest(${settings.offeringIds}::int[]) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  // A longer horizon makes days, another release hour moves their opening.
  await remakeSlots(tx, { plannerId, now });
  const action = request.plannerId === null ? 'create-planner' : 'edit-planner';
  await audit(tx, { at: now, accountId, officeId, action, subject: `planner:${plannerId}`, detail: { ...settings } });
  return { ok: true, plannerId };
}

async function write(
  tx: Tx,
  request: Editing & { plannerId: number | null; settings: PlannerSettings },
): Promise<number | undefined> {
  const { officeId, plannerId, now, settings } = request;
  const values = {
    name: settings.name,
    horizon_days: settings.horizonDays,
    notice_minutes: settings.noticeMinutes,
    release_time: settings.releaseTime,
    updated_at: now,
  };
  if (plannerId === null) {
    const made = await tx
      .insertInto('planner')
      .values({ office_id: officeId, ...values })
      .returning('id')
      .executeTakeFirst();
    return made?.id;
  }
  await lockPlanner(tx, plannerId);
  const changed = await tx
    .updateTable('planner')
    .set((is) => ({ ...values, version: is('version', '+', 1) }))
    .where('id', '=', plannerId)
    .where('office_id', '=', officeId)
    .returning('id')
    .executeTakeFirst();
  return changed?.id;
}
