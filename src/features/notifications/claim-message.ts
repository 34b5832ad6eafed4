import type { Db } from '#platform/database.ts';
import { lease } from './rules.ts';

/** Takes a message that is due, for as long as one attempt may last; undefined when it is not due or somebody has it. */
export async function claimMessage(db: Db, request: { id: string; now: Temporal.Instant }) {
  return db
    .updateTable('message')
    .set((row) => ({ attempts: row('attempts', '+', 1), next_attempt_at: request.now.add(lease) }))
    .where('id', '=', request.id)
    .where('status', '=', 'queued')
    .where('next_attempt_at', '<=', request.now)
    .returning([
      'id',
      'kind',
      'booking_id as bookingId',
      'account_id as accountId',
      'detail',
      'recipient',
      'language',
      'attempts',
      'created_at as createdAt',
    ])
    .executeTakeFirst();
}

export type ClaimedMessage = NonNullable<Awaited<ReturnType<typeof claimMessage>>>;
