import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { remakeSlots } from '../slots/publish.ts';
import type { Quota } from '../quotas/quota.rules.ts';
import type { PlannerAudience, PlannerSettings, ReturnedSeats } from './settings.rules.ts';

/**
 * Makes the settings of a planner of an office be these, and its slots follow: a longer horizon makes days, another
 * release hour moves their opening. Services of other offices are left out. False when there is no such planner.
 */
export async function writeSettings(
  tx: Tx,
  request: {
    officeId: number;
    plannerId: number;
    now: Temporal.Instant;
    settings: PlannerSettings;
    /** seats that are open by now, and would open later: closed again */
    close?: boolean;
  },
): Promise<boolean> {
  const { officeId, plannerId, now, settings, close = false } = request;
  const {
    name,
    horizonDays,
    noticeMinutes,
    releaseTime,
    offeringIds,
    releaseRule,
    returned,
    audience,
    quotas,
    holdMinutes,
  } = settings;
  const before = await sql<{
    opens: string;
  }>`SELECT ${whenItOpens} AS opens FROM planner p WHERE p.id = ${plannerId}`.execute(tx);
  const { numAffectedRows } = await sql`
    UPDATE planner SET name = ${name}, horizon_days = ${horizonDays}, notice_minutes = ${noticeMinutes},
                       release_time = ${releaseTime}, updated_at = ${now}
                       ${releaseRule === undefined ? sql`` : sql`, release_rule = ${releaseRule && JSON.stringify(releaseRule)}::jsonb`}
                       ${audience === undefined ? sql`` : writtenAudience(audience)}
                       ${returned === undefined ? sql`` : writtenReturned(returned)}
                       ${quotas === undefined ? sql`` : writtenQuotas(quotas)}
                       ${holdMinutes === undefined ? sql`` : sql`, hold_minutes = ${holdMinutes}::int`}
    WHERE id = ${plannerId} AND office_id = ${officeId}`.execute(tx);
  if (numAffectedRows === 0n) return false;
  if (quotas !== undefined && quotas.length > 0) await sql`SELECT count_in_quotas(${now}, ${plannerId})`.execute(tx);
  await sql`
    DELETE FROM planner_offering WHERE planner_id = ${plannerId} AND offering_id <> ALL (${offeringIds}::int[])`.execute(
    tx,
  );
  await sql`
    INSERT INTO planner_offering SELECT ${plannerId}, o.id FROM offering o
    WHERE o.office_id = ${officeId} AND o.id = ANY (${offeringIds}::int[]) ON CONFLICT DO NOTHING`.execute(tx);
  const after = await sql<{
    opens: string;
  }>`SELECT ${whenItOpens} AS opens FROM planner p WHERE p.id = ${plannerId}`.execute(tx);
  await remakeSlots(tx, { plannerId, now, anew: before.rows[0]?.opens !== after.rows[0]?.opens, close });
  return true;
}

const whenItOpens = sql`concat_ws(' ', p.horizon_days, p.release_time, p.release_rule)`;

function writtenReturned({ seats, minMinutes, maxMinutes }: ReturnedSeats) {
  return sql`, returned_seats = ${seats}, returned_min_minutes = ${minMinutes}, returned_max_minutes = ${maxMinutes}`;
}

function writtenQuotas(quotas: readonly Quota[]) {
  return sql`, quotas = ${quotas.length === 0 ? null : JSON.stringify(quotas)}::jsonb`;
}

function writtenAudience({ kind, grounds, minAge, untilMinutes, withoutProof }: PlannerAudience) {
  return sql`, audience = ${kind}, priority_grounds = ${grounds}::text[], priority_min_age = ${minAge},
    audience_until_minutes = ${untilMinutes}::int, without_proof = ${withoutProof}`;
}
