import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { ruleOf } from '../slots/horizon.rules.ts';
import { comingDays, reachedFurther, type ServingPlanner } from './serving-planners.query.ts';
import { type BookingWindow, entersWindow } from './window.rules.ts';

/** When the next seats open: at an instant, or at a moment that is drawn until another. */
export interface NextOpening {
  readonly from: Temporal.Instant;
  /** null: at that very instant */
  readonly by: Temporal.Instant | null;
}

/** The next opening of any of the planners, for an offering; null when there is none within a month. */
export async function nextOpening(
  db: Db | Tx,
  request: { planners: readonly ServingPlanner[]; window: BookingWindow; now: Temporal.Instant },
): Promise<NextOpening | null> {
  const { planners, window, now } = request;
  const found = planners.flatMap((planner): NextOpening[] => [
    ...comingDays(planner, window, now, 1).map(({ opensAt, told }) => ({
      from: told?.from ?? opensAt,
      by: told?.by ?? null,
    })),
    ...plannedOpenings(planner, window, now),
  ]);
  const lined = planners.filter(
    (planner) =>
      ruleOf(planner).kind === 'drip' ||
      planner.batches?.some(({ kind }) => kind === 'drip') ||
      reachedFurther(planner, now),
  );
  if (lined.length > 0) found.push(...(await nextAmongSlots(db, lined, now)));
  return found.reduce<NextOpening | null>((a, b) => (a && Temporal.Instant.compare(a.from, b.from) <= 0 ? a : b), null);
}

/** What the office has planned apart from the rule. */
function plannedOpenings(planner: ServingPlanner, window: BookingWindow, now: Temporal.Instant): NextOpening[] {
  return (planner.batches ?? []).flatMap(({ opens, firstDay }) => {
    const planned = Temporal.Instant.fromEpochMilliseconds(Math.round(opens * 1000));
    const enters = entersWindow(window, Temporal.PlainDate.from(firstDay));
    const from = enters && Temporal.Instant.compare(enters, planned) > 0 ? enters : planned;
    return Temporal.Instant.compare(from, now) > 0 ? [{ from, by: null }] : [];
  });
}

/** The next seats whose slots are lined up already, one after the other. */
async function nextAmongSlots(
  db: Db | Tx,
  planners: readonly ServingPlanner[],
  now: Temporal.Instant,
): Promise<NextOpening[]> {
  const { rows } = await sql<{ from: Temporal.Instant | null }>`
    SELECT min(s.opens_at) AS "from" FROM slot s
    WHERE s.planner_id = ANY (${planners.map(({ plannerId }) => plannerId)}::int[]) AND s.starts_at > ${now}
      AND s.open AND s.opens_at > ${now} AND s.opens_at < '9999-01-01T00:00:00Z'`.execute(db);
  return rows.flatMap(({ from }) => (from === null ? [] : [{ from, by: null }]));
}
