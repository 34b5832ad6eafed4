import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { comingOfAge } from '../who-may-come.rules.ts';

/** Whether the people of a booking may have the seat held for it, where that one is kept for people of an age. */
export async function isOfPriorityAge(
  tx: Tx,
  { bookingId, holdId }: { bookingId: string; holdId: string },
): Promise<boolean> {
  const { rows } = await sql<{ age: number; day: Temporal.PlainDate; birthDate: Temporal.PlainDate | null }>`
    SELECT c.min_age AS age, h.day, p.birth_date AS "birthDate"
    FROM hold h JOIN priority_claim c ON c.hold_id = h.id AND c.planner_id = h.planner_id
    JOIN booking_person p ON p.booking_id = ${bookingId}
    WHERE h.id = ${holdId} AND c.min_age IS NOT NULL`.execute(tx);
  const [first] = rows;
  return first === undefined || comingOfAge(rows, first.age, first.day);
}
