import type { Db } from '#platform/database.ts';
import { lease } from '../rules.ts';
import '../tables.ts';

/** Takes a message that is due, for as long as one attempt may last; undefined when it is not, or somebody has it. */
export async function claimCertified(db: Db, request: { id: string; now: Temporal.Instant }) {
  return db
    .updateTable('certified_message')
    .set((row) => ({ attempts: row('attempts', '+', 1), next_try_at: request.now.add(lease) }))
    .where('id', '=', request.id)
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', request.now)
    .returning([
      'id',
      'about',
      'about_id as aboutId',
      'payload',
      'account_id as accountId',
      'recipient',
      'message_id as messageId',
      'mark',
      'attempts',
    ])
    .executeTakeFirst();
}

export type ClaimedCertified = NonNullable<Awaited<ReturnType<typeof claimCertified>>>;

/** Messages whose turn has come again: a server did not take them, or the process ended while it sent. */
export async function dueCertified(db: Db, request: { now: Temporal.Instant; limit: number }): Promise<string[]> {
  const due = await db
    .selectFrom('certified_message')
    .select('id')
    .where('state', '=', 'waiting')
    .where('next_try_at', '<=', request.now)
    .orderBy('next_try_at')
    .limit(request.limit)
    .execute();
  return due.map(({ id }) => id);
}
