import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { BookingStatus } from '../status.rules.ts';
import '../tables.ts';

export interface StandingBooking {
  readonly id: string;
  readonly officeId: number;
  readonly code: string;
  readonly externalCode: string | null;
  readonly serviceCode: string;
  readonly startsAt: Temporal.Instant;
  readonly status: BookingStatus;
  readonly party: number;
}

/** Bookings that have one of these codes, ours or of the system they came from. */
export async function standingBookings(db: Db | Tx, codes: readonly string[]): Promise<StandingBooking[]> {
  const columns = sql`b.id, b.office_id AS "officeId", b.code, i.external_code AS "externalCode",
    b.service_code AS "serviceCode", b.starts_at AS "startsAt", b.status, b.party`;
  const { rows } = await sql<StandingBooking>`
    SELECT ${columns} FROM booking b LEFT JOIN imported_booking i ON i.booking_id = b.id WHERE b.code = ANY (${codes}::text[])
    UNION ALL
    SELECT ${columns} FROM imported_booking i JOIN booking b ON b.id = i.booking_id
    WHERE i.code_key = ANY (SELECT regexp_replace(upper(u.code), '[^0-9A-Z]', '', 'g') FROM unnest(${codes}::text[]) AS u(code))
      AND i.external_code = ANY (${codes}::text[])`.execute(db);
  return rows;
}

/** Which of these people have a live booking for a service: `<key in hex> <service>`. */
export async function livePeople(
  db: Db | Tx,
  people: readonly { key: Buffer; serviceCode: string }[],
): Promise<Set<string>> {
  const { rows } = await sql<{ found: string }>`
    SELECT encode(p.person_key, 'hex') || ' ' || p.service_code AS found
    FROM unnest(${people.map(({ key }) => key)}::bytea[], ${people.map(({ serviceCode }) => serviceCode)}::text[]) AS u(key, service)
    JOIN booking_person p ON p.person_key = u.key AND p.service_code = u.service AND p.live`.execute(db);
  return new Set(rows.map(({ found }) => found));
}

/** The booking that has this code of another system at an office, or anywhere. */
export async function bookingsByExternalCode(db: Db | Tx, code: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    SELECT b.code FROM imported_booking i JOIN booking b ON b.id = i.booking_id
    WHERE i.code_key = ${code.toUpperCase().replace(/[^0-9A-Z]/g, '')} LIMIT 5`.execute(db);
  return rows.map((row) => row.code);
}
