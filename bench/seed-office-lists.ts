import type pg from 'pg';
import type { Secrets } from '#platform/secrets.ts';

export const inOneOffice = 20_000;
const otherOffices = 40;
const inEachOther = 1_500;

/** The office with the many bookings; none of the demo's, whose notes only the product can read. */
export const largeOffice = 'cons-paris';

/**
 * Twenty thousand bookings of invented people in one office and fifteen hundred in each of forty others, past and to come,
 * in every state, with their history, messages, requests and clearances. Seats are left alone: only lists are read.
 */
export async function seedOfficeLists(sql: pg.Pool, secrets: Secrets): Promise<void> {
  const { rows } = await sql.query<{ id: number }>(
    `SELECT id FROM office WHERE kind = 'consular' AND code <> $1 ORDER BY id LIMIT $2`,
    [largeOffice, otherOffices],
  );
  await fill(sql, secrets, { office: await idOf(sql), bookings: inOneOffice });
  for (const { id } of rows) await fill(sql, secrets, { office: id, bookings: inEachOther });
  await sql.query('VACUUM ANALYZE booking');
  for (const table of ['booking_person', 'booking_event', 'booking_request', 'message', 'clearance']) {
    await sql.query(`ANALYZE ${table}`);
  }
}

async function idOf(sql: pg.Pool): Promise<number> {
  const { rows } = await sql.query<{ id: number }>('SELECT id FROM office WHERE code = $1', [largeOffice]);
  const [office] = rows;
  if (office === undefined) throw new Error(`no office ${largeOffice}`);
  return office.id;
}

async function fill(sql: pg.Pool, secrets: Secrets, wish: { office: number; bookings: number }): Promise<void> {
  const { office, bookings } = wish;
  await sql.query(
    `INSERT INTO offering (office_id, service_code, party_max) VALUES ($1, 'passport', 5) ON CONFLICT DO NOTHING`,
    [office],
  );
  await sql.query(
    `WITH place AS (
       SELECT o.id AS offering, (SELECT min(id) FROM slot) AS slot,
              (SELECT planner_id FROM slot ORDER BY id LIMIT 1) AS planner
       FROM offering o WHERE o.office_id = $1 AND o.service_code = 'passport'
     ), row AS (
       SELECT g, now() - interval '160 days' + g * (interval '400 days' / $2::int) AS starts_at FROM generate_series(1, $2::int) g
     ), state AS (
       SELECT g, starts_at,
         CASE WHEN starts_at < now() THEN (ARRAY['served', 'served', 'no-show', 'cancelled'])[1 + g % 4]
              ELSE (ARRAY['awaiting-office', 'awaiting-office', 'booked', 'confirmed', 'awaiting-clearance'])[1 + g % 5] END AS status,
         CASE WHEN starts_at >= now() AND g % 3 = 0 THEN (ARRAY['to-send', 'to-examine', 'to-regularise'])[1 + g % 9 / 3] END AS pre_check
       FROM row
     ), made AS (
       INSERT INTO booking (code, office_id, offering_id, service_code, planner_id, slot_ids, slot_id, starts_at, ends_at,
         party, channel, status, live, cancelled_by, contact_email, language, confirm_by, cancel_closes_at, created_at,
         pre_check, pre_check_since, pre_check_due_at)
       SELECT 'L' || $1 || '-' || g, $1, place.offering, 'passport', place.planner, ARRAY[place.slot], place.slot, starts_at,
         starts_at + interval '20 minutes', 1, 'web', status, status NOT IN ('served', 'no-show', 'cancelled'),
         CASE WHEN status = 'cancelled' THEN 'citizen' END, 'person-' || g || '@lists.example', 'it', 'citizen', starts_at,
         now() - interval '200 days', pre_check, CASE WHEN pre_check IS NOT NULL THEN now() END,
         CASE WHEN pre_check IN ('to-send', 'to-regularise') THEN now() + (g % 20 - 5) * interval '1 day' END
       FROM state, place RETURNING id, code, office_id, status, starts_at, service_code, live
     ), people AS (
       INSERT INTO booking_person (booking_id, position, given_name, family_name, relationship, person_key, service_code, live)
       SELECT id, 0, (ARRAY['Ada', 'Bice', 'Carlo', 'Dino', 'Elsa', 'Fulvio', 'Gina'])[1 + id % 7], 'Provetti' || id % 100,
         'self', decode(md5('lists' || id), 'hex'), service_code, live FROM made
     ), events AS (
       INSERT INTO booking_event (booking_id, at, kind, actor)
       SELECT id, now() - step * interval '1 day', 'created', 'citizen' FROM made, generate_series(1, 3) step
     ), messages AS (
       INSERT INTO message (dedupe_key, kind, booking_id, recipient, language, status, created_at, next_attempt_at)
       SELECT 'lists:' || id || ':' || step, 'booked', id, 'person@lists.example', 'it', 'sent', now(), now()
       FROM made, generate_series(1, 3) step
     ), consents AS (
       INSERT INTO clearance (booking_id, office_id, mode, state, asked_on, due_on, created_at, changed_at)
       SELECT id, office_id, 'required', 'asked', current_date, current_date + (id % 30)::int - 5, now(), now() FROM made
       WHERE status = 'awaiting-clearance'
     )
     INSERT INTO booking_request (booking_id, office_id, kind, text_cipher, state, created_at)
     SELECT id, office_id, 'change', $3, 'open', now() FROM made WHERE live AND id % 20 = 0`,
    [office, bookings, secrets.encrypt('Posso venire di pomeriggio?')],
  );
}
