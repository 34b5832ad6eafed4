import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { ConfirmationRule } from '../confirmation/confirmation.rules.ts';
import type { ConfirmBy } from '../status.rules.ts';

/** Who confirms a booking by its offering's rule of today, and the clock that counts. */
export async function confirmationRuleOf(tx: Tx, bookingId: string): Promise<{ rule: ConfirmationRule; zone: string }> {
  const { rows } = await sql<{
    confirmBy: ConfirmBy;
    opensDays: number;
    closesDays: number;
    exemptChannels: string[];
    zone: string;
  }>`
    SELECT b.confirm_by AS "confirmBy", o.confirm_opens_days AS "opensDays", o.confirm_closes_days AS "closesDays",
           o.confirm_exempt_channels AS "exemptChannels", f.time_zone AS zone
    FROM booking b JOIN offering o ON o.id = b.offering_id JOIN office f ON f.id = b.office_id
    WHERE b.id = ${bookingId}`.execute(tx);
  const [row] = rows;
  // Foreign keys: both exist as long as the booking does.
  if (row === undefined) throw new Error('a booking without its offering or office');
  const { zone, ...rule } = row;
  return { rule, zone };
}
