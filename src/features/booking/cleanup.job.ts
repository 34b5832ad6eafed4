import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';

/** What was typed for a hold that came to nothing is kept this long, for whoever picks a new time. */
const keepDrafts = Temporal.Duration.from({ hours: 24 });
/** Codes are counted for an hour. */
const keepCodes = Temporal.Duration.from({ hours: 24 });
/** Whom an office had invited, after the last day to come. */
const keepInvited = Temporal.Duration.from({ hours: 365 * 24 });
const keepHolds = Temporal.Duration.from({ hours: 7 * 24 });

/** An appointment that nobody marked as served or absent stops counting as the person's live booking after this. */
const endUnmarked = Temporal.Duration.from({ hours: 24 });

/** Removes drafts after a day, and holds that came to nothing after a week; lets people book again. */
export const cleanUp: Task = async (deps) => {
  const now = deps.clock.now();
  await sql`
    UPDATE hold SET draft = NULL WHERE state = 'released' AND draft IS NOT NULL AND expires_at < ${now.subtract(keepDrafts)}`.execute(
    deps.db,
  );
  await sql`
    UPDATE booking_person p SET live = false FROM booking b
    WHERE b.id = p.booking_id AND p.live AND b.live AND b.ends_at < ${now.subtract(endUnmarked)}`.execute(deps.db);
  await sql`
    DELETE FROM priority_claim c WHERE c.created_at < ${now.subtract(keepHolds)}
      AND NOT EXISTS (SELECT FROM booking b WHERE b.hold_id = c.hold_id)`.execute(deps.db);
  await sql`
    UPDATE invitation SET person_cipher = NULL, email_cipher = NULL, note_cipher = NULL
    WHERE valid_until < ${now.subtract(keepInvited)} AND num_nonnulls(person_cipher, email_cipher, note_cipher) > 0`.execute(
    deps.db,
  );
  await sql`DELETE FROM one_time_code WHERE created_at < ${now.subtract(keepCodes)}`.execute(deps.db);
  await sql`
    DELETE FROM hold WHERE seats_returned AND state = 'released' AND expires_at < ${now.subtract(keepHolds)}`.execute(
    deps.db,
  );
};
