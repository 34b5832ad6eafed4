import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import '../tables.ts';

/** An appointment of an account that was missed, as its office sees it. */
export interface MissedAppointment {
  readonly bookingId: string;
  readonly code: string;
  readonly officeId: number;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  /** the office accepted the reason: it no longer counts */
  readonly excused: boolean;
}

/** What an account missed at an office, the latest first. */
export async function missedAt(
  db: Db | Tx,
  { accountId, officeId }: { accountId: number; officeId: number },
): Promise<MissedAppointment[]> {
  const { rows } = await sql<MissedAppointment>`
    SELECT b.id AS "bookingId", b.code, b.office_id AS "officeId", s.name AS "serviceName", b.starts_at AS "startsAt",
           EXISTS (SELECT FROM no_show_excuse e WHERE e.booking_id = b.id) AS excused
    FROM booking b JOIN service s ON s.code = b.service_code
    WHERE b.account_id = ${accountId} AND b.office_id = ${officeId} AND b.status = 'no-show'
    ORDER BY b.starts_at DESC LIMIT 50`.execute(db);
  return rows;
}
