import { sql } from 'kysely';
import type { FreeSlot, MoveRule } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import { nearestSeats } from './nearest-seats.ts';
import type { BookingToMove } from './uncovered.query.ts';

/** The start of the seat somebody would be offered; null when there is none by the rule. */
export type ForeseenSeat = Temporal.Instant | null;

/** As the worker does it: bookings of the same hours together, a hundred at a time, who booked last first. */
const chunk = 100;

/**
 * Which seat each of some bookings would be offered if it had to leave the one it has now, by booking code. Nothing is
 * held: others may take these seats before they are offered.
 */
export async function foreseeMoves(
  db: Db,
  request: {
    officeId: number;
    codes: readonly string[];
    rule: MoveRule;
    /** slots that are about to be closed */
    without?: ((slot: FreeSlot) => boolean) | undefined;
    now: Temporal.Instant;
  },
): Promise<Map<string, ForeseenSeat>> {
  const { officeId, codes, rule, without, now } = request;
  const { rows } = await sql<
    Omit<BookingToMove, 'excess' | 'accountId' | 'createdBy'> & { code: string; made: string }
  >`
    SELECT b.id, b.code, b.offering_id AS "offeringId", b.party, b.starts_at AS "startsAt", f.time_zone AS zone,
           ARRAY(SELECT k.planner_id FROM priority_claim k WHERE k.hold_id = b.hold_id ORDER BY 1) AS "keptPlanners", b.quota_group AS "quotaGroup",
           b.slot_ids AS "slotIds", extract(epoch FROM b.created_at)::text AS made
    FROM booking b JOIN office f ON f.id = b.office_id
    WHERE b.office_id = ${officeId} AND b.code = ANY (${codes}::text[]) ORDER BY b.starts_at, b.id`.execute(db);
  const bookings = [];
  for (let first = 0; first < rows.length; first += chunk)
    bookings.push(...rows.slice(first, first + chunk).sort((a, b) => Number(b.made) - Number(a.made)));
  const seats = await nearestSeats(db, { officeId, bookings, rule, without, now });
  return new Map(bookings.map(({ id, code }) => [code, seats.get(id)?.[0]?.startsAt ?? null]));
}
