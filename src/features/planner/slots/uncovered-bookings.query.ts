import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** An appointment that a change of hours leaves without a seat. */
export interface UncoveredBooking {
  readonly code: string;
  /** of the first of its people; shown only to whoever may see bookings */
  readonly familyName: string | null;
  readonly startsAt: Temporal.Instant;
  readonly party: number;
  readonly service: LocalText;
  /** the office had fewer seats than people here before the change already */
  readonly already: boolean;
}

/**
 * The appointments to come that slots with fewer seats than people leave over: the first made keep their seats. The slots
 * are the planner's; the bookings are only read here, because bookings stand above planners and cannot be asked.
 */
export async function uncoveredBookings(
  db: Db | Tx,
  filter: {
    officeId: number;
    slots: readonly { readonly slotId: string; readonly before: number; readonly after: number }[];
    now: Temporal.Instant;
  },
): Promise<UncoveredBooking[]> {
  const { officeId, slots, now } = filter;
  if (slots.length === 0) return [];
  const ids = slots.map(({ slotId }) => slotId);
  const { rows } = await sql<UncoveredBooking>`
    SELECT uncovered.code, starts_at AS "startsAt", party, service.name AS service, already,
           (SELECT family_name FROM booking_person WHERE booking_id = uncovered.id ORDER BY position LIMIT 1) AS "familyName"
    FROM (
      SELECT b.id, b.code, b.starts_at, b.party, b.service_code, bool_and(b.upto > b.before) AS already
      FROM (
        SELECT b.*, s.before, s.after, sum(b.party) OVER (PARTITION BY s.id ORDER BY b.created_at, b.id) AS upto
        FROM booking b CROSS JOIN LATERAL unnest(b.slot_ids) AS u(slot_id)
        JOIN unnest(${ids}::bigint[], ${slots.map(({ before }) => before)}::int[], ${slots.map(({ after }) => after)}::int[])
             AS s(id, before, after) ON s.id = u.slot_id
        WHERE b.office_id = ${officeId} AND b.starts_at > ${now} AND b.live AND b.status <> 'checked-in'
      ) AS b
      WHERE b.upto > b.after
      GROUP BY b.id, b.code, b.starts_at, b.party, b.service_code
    ) AS uncovered JOIN service ON service.code = uncovered.service_code
    ORDER BY starts_at, uncovered.code`.execute(db);
  return rows;
}
