import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import '../tables.ts';
import { measurable } from './measurable.query.ts';
import { measure } from './measure.ts';

/** So many in one run: a morning on which all offices open seats is measured within the hour. */
const atOnce = 200;
/** Reports of releases without a room that nobody published; all others are kept. */
const keptDays = 400;

/** Every minute: reports of what ended since. Each is a transaction of its own, so that one that fails stops no other. */
export async function measureFairness(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<number> {
  const now = deps.clock.now();
  const due = await measurable(deps.db, { now, limit: atOnce });
  let failed: unknown;
  for (const of of due) {
    try {
      await transact(deps.db, async (tx) => {
        await measure(tx, { of, now });
        return { ok: true };
      });
    } catch (error) {
      deps.log.error({ err: error, code: of.code }, 'no report of fairness could be made');
      failed = error;
    }
  }
  if (failed !== undefined) throw new Error('reports of fairness could not be made', { cause: failed });
  return due.length;
}

/** Every night: what nobody needs any more. */
export async function forgetFairness(deps: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await deps.db
    .deleteFrom('fairness_report')
    .where('source', '=', 'holds')
    .where('published_at', 'is', null)
    .where('opens_at', '<', deps.clock.now().subtract({ hours: keptDays * 24 }))
    .execute();
}
