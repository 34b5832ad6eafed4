import type { Db } from '#platform/database.ts';

/** A message that is due is tried within seconds, and looked for every minute. */
const longEnough = Temporal.Duration.from({ minutes: 15 });

/** How many messages nobody tries though they have long been due: the worker stands still, or no mail server is set. */
export async function stuckMessages(db: Db, now: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((on) => on.fn.countAll<string>().as('count'))
    .where('status', '=', 'queued')
    .where('next_attempt_at', '<=', now.subtract(longEnough))
    .executeTakeFirstOrThrow();
  return Number(count);
}
