import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Booking, bookings } from './booking.query.ts';

/** When the next appointment from an instant on begins at an office; cancelled ones do not count. */
export async function nextAppointment(
  db: Db,
  filter: { officeId: number; from: Temporal.Instant },
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ startsAt: Temporal.Instant }>`
    SELECT starts_at AS "startsAt" FROM booking
    WHERE office_id = ${filter.officeId} AND starts_at >= ${filter.from} AND status <> 'cancelled'
    ORDER BY starts_at LIMIT 1`.execute(db);
  return rows[0]?.startsAt;
}

/** An office's bookings by code, that of another system they came from too, codice fiscale, or the beginning of a surname, given name after it: those to come from `today` on, the nearest first, then the past ones, backwards. */
export async function searchBookings(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number; text: string; today: Temporal.Instant; most: number },
): Promise<Booking[]> {
  const typed = filter.text.trim();
  const compact = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const words = typed
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\\%_]/g, '\\$&');
  const [firstWord = ''] = words.split(' ');
  // Each way by its own index: an OR of them would walk all of the office's bookings.
  const where = sql`b.office_id = ${filter.officeId} AND b.id IN (
    SELECT c.id FROM booking c WHERE c.code = ${compact}
    UNION SELECT i.booking_id FROM imported_booking i WHERE i.code_key = ${compact}
    UNION SELECT p.booking_id FROM booking_person p WHERE p.codice_fiscale_key = ${secrets.hash('codice-fiscale', compact)}
    UNION SELECT p.booking_id FROM booking_person p
    -- The first word by the index; then the whole, with the given name after the surname.
    WHERE lower(p.family_name) LIKE ${`${firstWord}%`} AND lower(p.family_name || ' ' || p.given_name) LIKE ${`${words}%`})`;
  const nearest = sql`b.starts_at < ${filter.today}, abs(extract(epoch FROM b.starts_at - ${filter.today})), b.id`;
  return bookings(db, secrets, where, nearest, filter.most);
}
