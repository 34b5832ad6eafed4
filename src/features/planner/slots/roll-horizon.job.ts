import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { TaskList } from '#platform/jobs.ts';
import { type Horizon, planThrough } from './horizon.rules.ts';
import { makeSlots } from './make-slots.ts';
import { batchesOfPlanner, findPlan, lockPlanner } from '../plan.query.ts';
import { slotsOf } from '../rules.ts';
import { releaseCrontab, watchReleases } from '../releases/sold-out.job.ts';
import { noteReleases } from '../releases/note-releases.ts';
import { dripQueueOf } from '../releases/drip-queue.query.ts';
import { wantedSlots } from './wanted-slots.ts';

export const plannerTasks: TaskList = {
  'roll-horizons': async (deps) => {
    await rollHorizons(deps);
  },
  'watch-releases': async (deps) => {
    await watchReleases(deps);
  },
};

/** Every five minutes: the margin of two days leaves it all the time it needs. */
export const plannerCrontab = `*/5 * * * * roll-horizons\n${releaseCrontab}`;

/**
 * Makes the new days of every published planner that is behind, each in a transaction of its own; after a standstill,
 * all the days that were missed. Answers how many planners moved on.
 */
export async function rollHorizons(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<number> {
  const now = deps.clock.now();
  let moved = 0;
  let failed = 0;
  for (const plannerId of await plannersBehind(deps.db, now)) {
    try {
      await deps.db.transaction().execute((tx) => rollHorizon(tx, { plannerId, now }));
      moved += 1;
    } catch (error) {
      failed += 1;
      deps.log.error({ err: error, plannerId }, 'a horizon could not move on');
    }
  }
  await countInQuotas(deps.db, now);
  if (failed > 0) throw new Error(`${failed} horizons could not move on`);
  return moved;
}

/** Seats that came in beside the engine, by an import or in the instant in which quotas were set, begin to count. */
async function countInQuotas(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`SELECT count_in_quotas(${now}, id) FROM planner WHERE quotas IS NOT NULL AND published`.execute(db);
}

async function plannersBehind(db: Db, now: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<Horizon & { id: number; publishedThrough: Temporal.PlainDate | null }>`
    SELECT p.id, o.time_zone AS zone, p.horizon_days AS "horizonDays", p.release_time::text AS "releaseTime",
           p.release_rule AS "releaseRule", p.release_secret AS "releaseSecret", ${batchesOfPlanner} AS batches, p.published_through AS "publishedThrough"
    FROM planner p JOIN office o ON o.id = p.office_id
    WHERE p.published AND p.published_rules IS NOT NULL
    ORDER BY p.published_through NULLS FIRST, p.id`.execute(db);
  return rows.filter((row) => isBehind(row.publishedThrough, planThrough(row, now))).map((row) => row.id);
}

async function rollHorizon(tx: Tx, request: { plannerId: number; now: Temporal.Instant }): Promise<void> {
  const { plannerId, now } = request;
  await lockPlanner(tx, plannerId);
  const plan = await findPlan(tx, plannerId);
  if (!plan?.published || plan.publishedRules === null) return;
  const to = planThrough(plan, now);
  if (!isBehind(plan.publishedThrough, to)) return;
  const today = now.toZonedDateTimeISO(plan.zone).toPlainDate();
  const from = later(today, plan.publishedThrough?.add({ days: 1 }) ?? today);
  const after = from.equals(today) ? now : from.toZonedDateTime(plan.zone).toInstant().subtract({ seconds: 1 });
  const slots = slotsOf({ ...plan, rules: plan.publishedRules, from, to });
  const wanted = wantedSlots(slots, plan, after, await dripQueueOf(tx, { plan, now }));
  await makeSlots(tx, { plannerId, after, now, wanted });
  await sql`UPDATE planner SET published_through = ${to} WHERE id = ${plannerId}`.execute(tx);
  await noteReleases(tx, { plan, now });
}

function isBehind(through: Temporal.PlainDate | null, to: Temporal.PlainDate): boolean {
  return through === null || Temporal.PlainDate.compare(through, to) < 0;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
