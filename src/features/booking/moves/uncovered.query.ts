import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { notPublicOwners } from '../hold/hold-owner.ts';
import { expected } from '../status.rules.ts';

/**
 * Whether the hours an office keeps have no place for a booking any more: one of its slots has more people than the
 * rules give desks to, those not counted who have been offered another seat already.
 */
export async function isUncovered(tx: Tx, booking: { id: string; slotIds: readonly string[] }): Promise<boolean> {
  const { rows } = await sql<{ uncovered: boolean }>`
    SELECT coalesce(bool_or(s.taken - s.planned > leaving.seats), false) AS uncovered
    FROM slot s CROSS JOIN LATERAL ${leaving(booking.id)} AS leaving
    WHERE s.id = ANY (${booking.slotIds}::bigint[])`.execute(tx);
  return rows[0]?.uncovered ?? false;
}

export interface BookingToMove {
  readonly id: string;
  readonly accountId: number | null;
  readonly createdBy: number | null;
  readonly offeringId: number;
  readonly party: number;
  readonly startsAt: Temporal.Instant;
  readonly zone: string;
  readonly slotIds: readonly string[];
  /** planners whose kept seats it may have: it was made with priority */
  readonly keptPlanners: readonly number[];
  /** what its seats count as in quotas */
  readonly quotaGroup: string | null;
  /** people too many in each of its slots */
  readonly excess: readonly number[];
}

/**
 * Of some bookings of an office those that its hours no longer cover and that have not been offered anything: who booked
 * last comes first, since who booked first keeps the seat where some remain.
 */
export async function bookingsToMove(
  db: Db,
  filter: { officeId: number; codes: readonly string[]; now: Temporal.Instant },
): Promise<BookingToMove[]> {
  const { rows } = await sql<BookingToMove>`
    SELECT * FROM (
      SELECT b.id, b.account_id AS "accountId", b.created_by AS "createdBy", b.offering_id AS "offeringId", b.party,
             b.starts_at AS "startsAt", f.time_zone AS zone, b.slot_ids AS "slotIds",
             ARRAY(SELECT k.planner_id FROM priority_claim k WHERE k.hold_id = b.hold_id ORDER BY 1) AS "keptPlanners", b.quota_group AS "quotaGroup",
             ARRAY(SELECT s.taken - s.planned - leaving.seats
                   FROM unnest(b.slot_ids) WITH ORDINALITY AS u(id, ord) JOIN slot s ON s.id = u.id
                   CROSS JOIN LATERAL ${leaving(sql.ref('b.id'))} AS leaving ORDER BY u.ord) AS excess
      FROM booking b JOIN office f ON f.id = b.office_id
      WHERE b.office_id = ${filter.officeId} AND b.code = ANY (${filter.codes}::text[]) AND b.starts_at > ${filter.now}
        AND b.status = ANY (${expected}::text[])
        AND NOT EXISTS (SELECT FROM proposal p WHERE p.booking_id = b.id AND p.settled_at IS NULL AND p.state <> 'expired')
      ORDER BY b.created_at DESC, b.id DESC) AS candidate
    WHERE 0 < ANY (excess)`.execute(db);
  return stillTooMany(rows);
}

/** Each one that leaves makes room for those who stay. */
function stillTooMany(bookings: readonly BookingToMove[]): BookingToMove[] {
  const left = new Map<string, number>();
  return bookings.filter((booking) => {
    const excess = booking.slotIds.map((slot, at) => left.get(slot) ?? booking.excess[at] ?? 0);
    if (excess.every((people) => people <= 0)) return false;
    booking.slotIds.forEach((slot, at) => left.set(slot, (excess[at] ?? 0) - booking.party));
    return true;
  });
}

/** People of other bookings in slot `s` who have been offered another seat, and seats of it that nobody has booked yet. */
function leaving(bookingId: unknown) {
  return sql`(
    SELECT coalesce(sum(o.party), 0)::int + (
      SELECT coalesce(sum(h.party), 0)::int FROM hold h
      WHERE h.planner_id = s.planner_id AND h.day = s.day AND h.state = 'live' AND left(h.owner, 2) IN ${notPublicOwners}
        AND s.id = ANY (h.slot_ids)) AS seats
    FROM booking o JOIN proposal p ON p.booking_id = o.id AND p.settled_at IS NULL AND p.state = 'offered'
    WHERE o.live AND o.id <> ${bookingId} AND s.id = ANY (o.slot_ids) AND o.starts_at <= s.starts_at
      AND o.office_id = (SELECT office_id FROM planner WHERE id = s.planner_id))`;
}
