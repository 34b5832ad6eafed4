import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** A request sent by certified e-mail that waits for somebody: it did not arrive, or was answered in writing. */
export interface CertifiedToDo {
  readonly code: string;
  readonly name: string;
  readonly party: number;
  readonly serviceName: LocalText;
  readonly startsAt: Temporal.Instant;
  readonly why: 'failed' | 'answered';
  readonly fault: string | null;
  readonly at: Temporal.Instant;
}

/** What came back about requests for live bookings of an office, the oldest first. */
export async function certifiedToDo(
  db: Db,
  { officeId, most }: { officeId: number; most: number },
): Promise<CertifiedToDo[]> {
  const { rows } = await sql<CertifiedToDo>`
    SELECT b.code, coalesce(p.given_name || ' ' || p.family_name, b.code) AS name, b.party, s.name AS "serviceName",
           b.starts_at AS "startsAt", open.why, open.fault, open.at
    FROM (${openOf(officeId)}) AS open JOIN booking b ON b.id = open.booking_id AND b.live
    JOIN service s ON s.code = b.service_code
    LEFT JOIN LATERAL (SELECT given_name, family_name FROM booking_person WHERE booking_id = b.id ORDER BY position LIMIT 1) p ON true
    ORDER BY open.at, b.id LIMIT ${most}`.execute(db);
  return rows;
}

export async function countCertifiedToDo(db: Db, officeId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (${openOf(officeId)}) AS open
    JOIN booking b ON b.id = open.booking_id AND b.live`.execute(db);
  return rows[0]?.count ?? 0;
}

function openOf(officeId: number) {
  return sql`
    SELECT c.booking_id, 'failed' AS why, m.fault, m.failed_at AS at
    FROM certified_message m JOIN clearance c ON c.id::text = m.about_id
    WHERE m.about = 'clearance' AND m.office_id = ${officeId} AND m.state = 'failed' AND m.settled_at IS NULL
    UNION ALL
    SELECT c.booking_id, 'answered', NULL, a.arrived_at
    FROM certified_answer a JOIN certified_message m ON m.id = a.message_id JOIN clearance c ON c.id::text = m.about_id
    WHERE m.about = 'clearance' AND m.office_id = ${officeId} AND a.settled_at IS NULL`;
}
