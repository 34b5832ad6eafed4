import type { Tx } from '#platform/database.ts';
import { sendSoon } from './add-messages.ts';

/** New messages have a job of their own: they are woken only when that job seems lost. */
const patience = Temporal.Duration.from({ seconds: 30 });

/**
 * Has messages tried that are due: a failed attempt waited long enough, a worker was killed, or a mail server was set up
 * at last. Trying one twice is harmless: it is claimed before it is sent.
 */
export async function wakeMessages(tx: Tx, request: { now: Temporal.Instant; limit: number }): Promise<number> {
  const due = await tx
    .selectFrom('message')
    .select('id')
    .where('status', '=', 'queued')
    .where('next_attempt_at', '<=', request.now.subtract(patience))
    .orderBy('next_attempt_at')
    .limit(request.limit)
    .execute();
  await sendSoon(
    tx,
    due.map((message) => message.id),
    request.now,
  );
  return due.length;
}
