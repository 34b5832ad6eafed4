import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** An appointment in a slot with more people than the rules give desks to. */
export interface UncoveredBooking {
  readonly code: string;
  readonly startsAt: Temporal.Instant;
  readonly party: number;
}

/**
 * The live appointments in some slots of an office, for whoever changes its hours. The slots are the planner's; the
 * bookings are only read here, because bookings stand above planners and cannot be asked.
 */
export async function uncoveredBookings(
  db: Db | Tx,
  filter: { officeId: number; slotIds: readonly string[]; now: Temporal.Instant },
): Promise<UncoveredBooking[]> {
  if (filter.slotIds.length === 0) return [];
  const { rows } = await sql<UncoveredBooking>`
    SELECT code, starts_at AS "startsAt", party FROM booking
    WHERE office_id = ${filter.officeId} AND starts_at > ${filter.now}::timestamptz - interval '1 day' AND live
      AND slot_ids && ${filter.slotIds}::bigint[]
    ORDER BY starts_at, code`.execute(db);
  return rows;
}
