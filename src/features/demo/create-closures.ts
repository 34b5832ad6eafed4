import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** Far enough for every horizon of the demo to move on for some months. */
const days = 365;

/**
 * Closes the offices of the demo on the holidays suggested for them: those of their country, the patron saint of an
 * Italian province, and for consular offices the national day of Italy.
 */
export async function closeOnHolidays(
  tx: Tx,
  request: { offices: readonly number[]; now: Temporal.Instant },
): Promise<void> {
  const today = request.now.toZonedDateTimeISO('UTC').toPlainDate();
  await sql`
    INSERT INTO closure (office_id, first_day, last_day, reason, created_at)
    SELECT DISTINCT ON (office.id, holiday.day) office.id, holiday.day, holiday.day, holiday.name, ${request.now}::timestamptz
    FROM office
    JOIN holiday ON (holiday.country = office.country AND holiday.sure AND holiday.scope IN ('national', office.province_code))
      OR (office.kind = 'consular' AND holiday.country = 'IT' AND holiday.scope = 'national' AND to_char(holiday.day, 'MM-DD') = '06-02')
    WHERE office.id = ANY(${request.offices}::int[]) AND holiday.day BETWEEN ${today} AND ${today.add({ days })}
    ORDER BY office.id, holiday.day, holiday.scope`.execute(tx);
}
