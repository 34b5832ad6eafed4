import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { previewRules } from './hours-preview.query.ts';
import type { Plan } from '../plan.query.ts';
import { wantedFrom } from './publish.ts';
import { wantedRows } from './wanted-slots.ts';

/** What would be true at once if a planner were published as it is edited. */
export interface Outlook {
  /** start of the first seat that a citizen could book; null when there is none */
  readonly firstFree: Temporal.Instant | null;
  /** appointments outside the edited hours */
  readonly uncovered: number;
}

export async function plannerOutlook(
  db: Db,
  request: { plan: Plan; noticeMinutes: number; now: Temporal.Instant },
): Promise<Outlook> {
  const { plan, noticeMinutes, now } = request;
  const wanted = wantedFrom(plan, plan.rules, now);
  const [preview, first] = await Promise.all([
    previewRules(db, { plan, rules: plan.rules, now }),
    sql<{ startsAt: Temporal.Instant | null }>`
      SELECT min(w.starts_at) AS "startsAt"
      FROM ${wantedRows(wanted)} AS w LEFT JOIN slot s ON s.planner_id = ${plan.plannerId} AND s.starts_at = w.starts_at
      WHERE w.opens_at <= ${now} AND w.starts_at >= ${now}::timestamptz + make_interval(mins => ${noticeMinutes}::int)
        AND w.planned > coalesce(s.taken, 0)`.execute(db),
  ]);
  return { firstFree: first.rows[0]?.startsAt ?? null, uncovered: preview.bookings.length };
}
