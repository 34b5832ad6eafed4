import { sql } from 'kysely';
import type { FreeSlot, MovesAsked } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import { expected } from '../status.rules.ts';
import type { BookingToMove } from './uncovered.query.ts';

/** Of some bookings that an operator chose those that are to come and have no open offer: who booked last comes first. */
export async function chosenToMove(
  db: Db,
  filter: { officeId: number; codes: readonly string[]; now: Temporal.Instant },
): Promise<BookingToMove[]> {
  const { rows } = await sql<Omit<BookingToMove, 'excess'>>`
    SELECT b.id, b.account_id AS "accountId", b.created_by AS "createdBy", b.offering_id AS "offeringId", b.party,
           b.starts_at AS "startsAt", f.time_zone AS zone, b.slot_ids AS "slotIds",
           ARRAY(SELECT k.planner_id FROM priority_claim k WHERE k.hold_id = b.hold_id ORDER BY 1) AS "keptPlanners", b.quota_group AS "quotaGroup"
    FROM booking b JOIN office f ON f.id = b.office_id
    WHERE b.office_id = ${filter.officeId} AND b.code = ANY (${filter.codes}::text[]) AND b.starts_at > ${filter.now}
      AND b.status = ANY (${expected}::text[])
      AND NOT EXISTS (SELECT FROM proposal p WHERE p.booking_id = b.id AND p.settled_at IS NULL AND p.state <> 'expired')
    ORDER BY b.created_at DESC, b.id DESC`.execute(db);
  return rows.map((row) => ({ ...row, excess: [] }));
}

/** Whether a free time lies where people are to leave: it would be no way out. */
export function isLeft(leaving: NonNullable<MovesAsked['leaving']>, zone: string): (slot: FreeSlot) => boolean {
  const { from, to, starts, ends, plannerId } = leaving;
  return (slot) => {
    if (plannerId !== null && slot.plannerId !== plannerId) return false;
    const there = slot.startsAt.toZonedDateTimeISO(zone);
    const day = there.toPlainDate().toString();
    if (day < from || day > to) return false;
    const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
    return (starts === null || time >= starts) && (ends === null || time < ends);
  };
}
