import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** An appointment of one day, as whoever plans the day needs it. */
export interface DayAppointment {
  readonly code: string;
  /** of the first of its people; shown only to whoever may see bookings */
  readonly familyName: string | null;
  readonly startsAt: Temporal.Instant;
  readonly party: number;
  readonly service: LocalText;
  /** its time is closed, or has fewer seats than people */
  readonly uncovered: boolean;
}

/** The appointments of a day of an office that were neither cancelled nor served, those without a seat first. */
export async function dayAppointments(
  db: Db | Tx,
  filter: { officeId: number; zone: string; day: Temporal.PlainDate },
): Promise<DayAppointment[]> {
  const { officeId, zone, day } = filter;
  const { rows } = await sql<DayAppointment>`
    SELECT b.code, (SELECT family_name FROM booking_person WHERE booking_id = b.id ORDER BY position LIMIT 1) AS "familyName",
           b.starts_at AS "startsAt", b.party, s.name AS service,
           EXISTS (SELECT FROM slot WHERE slot.id = ANY (b.slot_ids) AND slot.taken > slot.planned) AS uncovered
    FROM booking b JOIN service s ON s.code = b.service_code
    WHERE b.office_id = ${officeId} AND b.live
      AND b.starts_at >= ${day}::timestamp AT TIME ZONE ${zone} AND b.starts_at < ${day.add({ days: 1 })}::timestamp AT TIME ZONE ${zone}
    ORDER BY uncovered DESC, b.starts_at, b.code`.execute(db);
  return rows;
}
