import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export interface SeatFault {
  readonly slotId: string;
  readonly taken: number;
  readonly capacity: number;
  /** seats that live holds and bookings account for */
  readonly claimed: number;
}

/** Slots whose count of taken seats is not what holds and bookings say: none, ever. For tests and `turno doctor`. */
export async function seatFaults(db: Db): Promise<SeatFault[]> {
  const { rows } = await sql<SeatFault>`
    WITH claim AS (
      SELECT u.id, h.party FROM hold h CROSS JOIN unnest(h.slot_ids) AS u(id)
      WHERE h.state = 'live' OR (h.state = 'released' AND NOT h.seats_returned)
      UNION ALL
      SELECT u.id, b.party FROM booking b CROSS JOIN unnest(b.slot_ids) AS u(id) WHERE b.status <> 'cancelled'
    ), claimed AS (SELECT id, sum(party)::int AS seats FROM claim GROUP BY id)
    SELECT s.id AS "slotId", s.taken, s.capacity, coalesce(c.seats, 0) AS claimed
    FROM slot s LEFT JOIN claimed c ON c.id = s.id
    WHERE s.taken <> coalesce(c.seats, 0) OR s.taken > s.capacity
    ORDER BY s.id`.execute(db);
  return rows;
}
