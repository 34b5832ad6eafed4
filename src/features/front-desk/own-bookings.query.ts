import { sql } from 'kysely';
import type { BookingStatus } from '#features/booking/index.ts';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A booking that somebody made for a citizen, as a list shows it. */
export interface OwnBooking {
  readonly code: string;
  readonly name: string;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly status: BookingStatus;
}

/** What one person booked for others at an office: those to come first, then the others of the last month. */
export async function ownBookings(
  db: Db,
  filter: { officeId: number; accountId: number; now: Temporal.Instant; most: number; skip: number },
): Promise<OwnBooking[]> {
  const { officeId, accountId, now, most, skip } = filter;
  const { rows } = await sql<OwnBooking>`
    SELECT b.code, coalesce(p.given_name || ' ' || p.family_name, b.code) AS name, s.name AS "serviceName",
           b.starts_at AS "startsAt", b.status
    FROM booking b JOIN service s ON s.code = b.service_code
    LEFT JOIN LATERAL (SELECT given_name, family_name FROM booking_person WHERE booking_id = b.id ORDER BY position LIMIT 1) p ON true
    WHERE b.created_by = ${accountId} AND b.office_id = ${officeId} AND b.channel <> 'web'
      AND b.starts_at > ${now.subtract({ hours: 24 * 31 })}
    ORDER BY b.starts_at < ${now}, abs(extract(epoch FROM b.starts_at - ${now}::timestamptz)), b.id
    LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}
