import { sql } from 'kysely';
import { passTickets } from '#features/waiting-room/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Outcome } from '#platform/transaction.ts';
import '../tables.ts';
import { passWaiting } from './pass-waiting.ts';

/** Two live bookings of the same service that seem to be for one person. */
export interface Collision {
  readonly serviceName: LocalText;
  readonly codes: readonly [string, string];
}

/** What keeps the bookings of two accounts from being one person's: the same service twice. */
export async function bookingsThatCollide(
  db: Db | Tx,
  { keptId, closedId }: { keptId: number; closedId: number },
): Promise<Collision[]> {
  const { rows } = await sql<{ serviceName: LocalText; one: string; other: string }>`
    SELECT DISTINCT s.name AS "serviceName", a.code AS one, b.code AS other
    FROM booking a
    JOIN booking_person p ON p.booking_id = a.id
    JOIN booking b ON b.account_id = ${closedId} AND b.live AND b.service_code = a.service_code
    JOIN booking_person q ON q.booking_id = b.id AND (
      q.codice_fiscale_key = p.codice_fiscale_key
      OR (lower(q.given_name) = lower(p.given_name) AND lower(q.family_name) = lower(p.family_name)
          AND coalesce(q.birth_date = p.birth_date, true))
      OR (q.relationship = 'self' AND p.relationship = 'self'))
    JOIN service s ON s.code = a.service_code
    WHERE a.account_id = ${keptId} AND a.live`.execute(db);
  return rows.map(({ serviceName, one, other }) => ({ serviceName, codes: [one, other] }));
}

/**
 * The bookings of one account become another's, with all that belongs to them and its places in lists, rooms and draws; not while both have live bookings of one
 * service for the same person. Their histories keep who did what.
 */
export async function passBookings(
  tx: Tx,
  request: { keptId: number; closedId: number; now: Temporal.Instant },
): Promise<Outcome<{ passed: number }, 'bookings-collide'>> {
  const { keptId, closedId } = request;
  // As every writer: slots first, in id order, then bookings.
  await sql`
    SELECT id FROM slot WHERE id IN (
      SELECT unnest(slot_ids) FROM booking WHERE account_id IN (${keptId}, ${closedId}) AND live
      UNION ALL SELECT unnest(slot_ids) FROM hold WHERE account_id = ${closedId} AND state = 'live')
    ORDER BY id FOR NO KEY UPDATE`.execute(tx);
  await sql`
    SELECT id FROM booking WHERE account_id IN (${keptId}, ${closedId}) AND live ORDER BY id FOR UPDATE`.execute(tx);
  if ((await bookingsThatCollide(tx, request)).length > 0) return { ok: false, reason: 'bookings-collide' };
  await passWaiting(tx, request);
  await passTickets(tx, request);
  await tx.updateTable('registration').set({ account_id: keptId }).where('account_id', '=', closedId).execute();
  await sql`UPDATE attachment SET account_id = ${keptId} WHERE account_id = ${closedId}`.execute(tx);
  const passed = await tx
    .updateTable('booking')
    .set({ account_id: keptId })
    .where('account_id', '=', closedId)
    .executeTakeFirst();
  return { ok: true, passed: Number(passed.numUpdatedRows) };
}
