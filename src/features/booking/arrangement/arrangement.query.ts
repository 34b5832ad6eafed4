import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** What those who come have to know about how an appointment was made. */
export interface Arrangement {
  /** Who booked for them: an organisation, or somebody's name where the office lets people know it. */
  readonly bookedBy: string | null;
  readonly bookedForThem: boolean;
  readonly office: LocalText;
  /** The seat is kept for people with priority: what proves it. Which ground it is, only the age says here. */
  readonly proof: 'age' | 'other' | null;
}

/** How a booking was made; nothing in it tells more about a person's health than that a proof is to be brought. */
export async function arrangementOf(db: Db | Tx, bookingId: string): Promise<Arrangement | undefined> {
  const { rows } = await sql<Arrangement>`
    SELECT coalesce(b.helper_organisation,
                    CASE WHEN b.channel = 'partner-desk' THEN m.given_name || ' ' || m.family_name
                         WHEN f.names_operator THEN m.given_name END) AS "bookedBy",
           b.created_by IS NOT NULL AS "bookedForThem", f.name AS office,
           CASE WHEN c.hold_id IS NULL THEN NULL WHEN c.min_age IS NULL THEN 'other' ELSE 'age' END AS proof
    FROM booking b JOIN office f ON f.id = b.office_id
    LEFT JOIN account m ON m.id = b.created_by
    LEFT JOIN priority_claim c ON c.hold_id = b.hold_id AND c.planner_id = b.planner_id
    WHERE b.id = ${bookingId}`.execute(db);
  return rows[0];
}
