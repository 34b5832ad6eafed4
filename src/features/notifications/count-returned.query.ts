import type { Db } from '#platform/database.ts';

/** How many e-mails were refused, or came back, in the last 24 hours. */
export async function countReturned(
  db: Db,
  { status, now }: { status: 'refused' | 'bounced'; now: Temporal.Instant },
): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select((on) => on.fn.countAll<string>().as('count'))
    .where('outcome_at', '>', now.subtract({ hours: 24 }))
    .where('status', '=', status)
    .executeTakeFirstOrThrow();
  return Number(count);
}
