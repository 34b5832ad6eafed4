import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';

/** Whether a message arrived may still be asked a year later. */
const kept = Temporal.Duration.from({ hours: 365 * 24 });

/** Deletes to whom and when we wrote. While an appointment is still to come it stays: it keeps us from writing twice. */
export const forgetMessages: Task = async ({ db, clock }) => {
  const now = clock.now();
  await sql`
    DELETE FROM message m WHERE m.created_at < ${now.subtract(kept)} AND m.status <> 'queued'
      AND NOT EXISTS (SELECT FROM booking b WHERE b.id = m.booking_id AND b.ends_at >= ${now.subtract(kept)})`.execute(
    db,
  );
};
