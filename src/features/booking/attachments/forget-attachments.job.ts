import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';

/** Files are of no use once the visit is over; a while is left for the office to finish its work. */
const keepAfterVisit = Temporal.Duration.from({ hours: 30 * 24 });

/** What was sent for a seat that was never booked. */
const keepUnbooked = Temporal.Duration.from({ hours: 24 });

/** Deletes files of visits long over and of seats that came to nothing. */
export const forgetAttachments: Task = async (deps) => {
  const now = deps.clock.now();
  await sql`
    DELETE FROM attachment a USING booking b
    WHERE b.id = a.booking_id AND b.ends_at < ${now.subtract(keepAfterVisit)}`.execute(deps.db);
  await sql`
    DELETE FROM attachment WHERE booking_id IS NULL AND created_at < ${now.subtract(keepUnbooked)}`.execute(deps.db);
};
