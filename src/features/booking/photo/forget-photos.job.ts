import { sql } from 'kysely';
import type { Task } from '#platform/jobs.ts';

/** A proposal that nobody said yes to. */
const keepProposed = Temporal.Duration.from({ hours: 24 });

/**
 * Deletes photos of visits that are over, after as many days as the site keeps them, and with them what the office
 * said of them, where the document was delivered and who collected it; and proposals that were left.
 */
export const forgetPhotos: Task = async (deps) => {
  const now = deps.clock.now();
  const over = now.subtract({ hours: 24 * deps.config.keepPhotosDays });
  await sql`DELETE FROM booking_photo WHERE state <> 'accepted' AND created_at < ${now.subtract(keepProposed)}`.execute(
    deps.db,
  );
  await sql`DELETE FROM booking_photo p USING booking b WHERE b.id = p.booking_id AND b.ends_at < ${over}`.execute(
    deps.db,
  );
  await sql`DELETE FROM photo_decision d USING booking b WHERE b.id = d.booking_id AND b.ends_at < ${over}`.execute(
    deps.db,
  );
  await sql`UPDATE booking SET delivery_cipher = NULL WHERE delivery_cipher IS NOT NULL AND ends_at < ${over}`.execute(
    deps.db,
  );
};
