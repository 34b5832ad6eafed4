import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { Editing } from '../editing/editing.ts';
import { savePlanner } from '../editing/save-planner.ts';
import type { Quota } from '../quotas/quota.rules.ts';
import { furthestDays, planRelease, type ReleaseTime } from '../releases/plan-release.ts';
import type { ExtraOpening } from '../rules.ts';
import { publishPlanner } from '../slots/publish.ts';
import type { OpenDay } from './open-day.rules.ts';

export interface OpenDayWish extends OpenDay {
  readonly offeringIds: readonly number[];
  readonly hours: ExtraOpening;
  readonly quotas: readonly Quota[];
  /** null: its seats open now */
  readonly opensAt: Temporal.Instant | null;
}

export type OpenDayRefusal = 'unknown-service' | 'too-far' | 'in-the-past' | 'no-seats';

/**
 * Makes and announces an open day: a planner of its own, with its services, quotas and hours, whose seats open at a moment
 * of its own and by no rule. Whatever can be done with a planner can be done with it.
 */
export async function makeOpenDay(
  tx: Tx,
  request: Editing & { wish: OpenDayWish },
): Promise<Outcome<{ plannerId: number }, OpenDayRefusal>> {
  const { now, accountId, officeId, wish } = request;
  const { name, text, offeringIds, hours, quotas, opensAt } = wish;
  const settings = {
    name: name.it.slice(0, 80),
    offeringIds,
    horizonDays: furthestDays,
    noticeMinutes: 0,
    releaseTime: '00:00',
    releaseRule: { kind: 'by-hand' },
    quotas,
  } as const;
  const saved = await savePlanner(tx, { ...request, plannerId: null, settings });
  if (!saved.ok) return { ok: false, reason: 'unknown-service' };
  const { plannerId } = saved;
  await sql`UPDATE planner SET open_day = ${JSON.stringify({ name, text })}::jsonb WHERE id = ${plannerId}`.execute(tx);
  await tx
    .insertInto('extra_opening')
    .values({
      planner_id: plannerId,
      first_day: hours.firstDay,
      last_day: hours.lastDay,
      starts: hours.starts,
      ends: hours.ends,
      minutes: hours.minutes,
      desks: hours.desks,
      reason: JSON.stringify(name),
      created_at: now,
    })
    .execute();
  const published = await publishPlanner(tx, { ...request, plannerId });
  if (!published.ok) return { ok: false, reason: 'no-seats' };
  const when: ReleaseTime = opensAt === null ? { kind: 'now' } : { kind: 'at', instants: [opensAt] };
  const { firstDay, lastDay } = hours;
  const release = await planRelease(tx, { ...request, wish: { plannerId, firstDay, lastDay, seats: null, when } });
  if (!release.ok) {
    const { reason } = release;
    return { ok: false, reason: reason === 'too-far' || reason === 'in-the-past' ? reason : 'no-seats' };
  }
  const detail = { ...hours, opensAt: opensAt?.toString() ?? null };
  await audit(tx, { at: now, accountId, officeId, action: 'make-open-day', subject: `planner:${plannerId}`, detail });
  return { ok: true, plannerId };
}
