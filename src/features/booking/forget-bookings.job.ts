import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { batch, inBatches, type Task } from '#platform/jobs.ts';

/**
 * Takes people out of appointments that ended so many days ago: names, dates, contacts, codes, answers, what was asked
 * and answered. What stays is what figures are made of and seats are counted by: office, service, time, how it ended.
 */
export const forgetBookings: Task = async ({ db, clock, config }) => {
  if (config.keepBookingsDays === 0) return;
  const now = clock.now();
  const before = now.subtract({ hours: 24 * config.keepBookingsDays });
  await inBatches(() => forgetSome(db, { now, before }));
  await sql`
    UPDATE mass_action SET words_cipher = NULL WHERE words_cipher IS NOT NULL AND created_at < ${before}`.execute(db);
  await sql`
    UPDATE registration SET account_id = NULL WHERE account_id IS NOT NULL AND registered_at < ${before}
      AND decided_at < ${before}`.execute(db);
};

/** One statement: nobody finds an appointment without its people and with its contacts. */
async function forgetSome(db: Db, { now, before }: { now: Temporal.Instant; before: Temporal.Instant }) {
  const { rows } = await sql<{ id: string }>`
    WITH old AS (
      SELECT id, hold_id FROM booking WHERE forgotten_at IS NULL AND ends_at < ${before}
      ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED
    ), people AS (
      UPDATE booking_person p SET given_name = '', family_name = '', birth_date = NULL, birth_place = NULL, live = false,
        codice_fiscale_cipher = NULL, codice_fiscale_key = NULL, answers_cipher = NULL, visit_cipher = NULL,
        likeness_key = NULL, person_key = sha256(convert_to('forgotten ' || p.booking_id || ' ' || p.position, 'UTF8'))
      FROM old WHERE p.booking_id = old.id
    ), requests AS (
      DELETE FROM booking_request r USING old WHERE r.booking_id = old.id
    ), consents AS (
      UPDATE clearance c SET reason_cipher = NULL, protocol = NULL, answer_protocol = NULL, answered_by = NULL
      FROM old WHERE c.booking_id = old.id
    ), events AS (
      UPDATE booking_event e SET detail = '{}', account_id = NULL FROM old WHERE e.booking_id = old.id
    ), held AS (
      UPDATE hold h SET account_id = NULL, owner = 'forgotten', draft = NULL
      FROM old WHERE h.id = old.hold_id AND h.state <> 'live'
    ), files AS (
      DELETE FROM attachment a USING old WHERE a.booking_id = old.id
    ), photos AS (
      DELETE FROM booking_photo p USING old WHERE p.booking_id = old.id
    ), decisions AS (
      DELETE FROM photo_decision d USING old WHERE d.booking_id = old.id
    ), claims AS (
      DELETE FROM priority_claim c USING old WHERE c.hold_id = old.hold_id
    )
    UPDATE booking b SET forgotten_at = ${now}, account_id = NULL, contact_email = NULL, contact_phone = NULL,
      notes_cipher = NULL, delivery_cipher = NULL, cancel_reason_cipher = NULL,
      pre_check_missing_cipher = NULL
    FROM old WHERE b.id = old.id RETURNING b.id`.execute(db);
  return rows.length;
}
