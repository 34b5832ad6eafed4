import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** Writes down for whom the helper who booked works, as it is now; of an operator of the office nothing. */
export async function nameHelper(tx: Tx, request: { bookingId: string; operatorId: number }): Promise<void> {
  const { bookingId, operatorId } = request;
  await sql`
    UPDATE booking b SET helper_organisation = (
      SELECT r.organisation FROM account_role r
      WHERE r.account_id = ${operatorId} AND r.role = 'helper' AND r.organisation IS NOT NULL
      ORDER BY r.office_id = b.office_id DESC LIMIT 1)
    WHERE b.id = ${bookingId} AND b.created_by = ${operatorId} AND b.channel = 'partner-desk'`.execute(tx);
}
