import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';

/** Gives a place up: its people may join again, at the end. */
export async function leaveRoom(
  tx: Tx,
  request: { roomId: number; number: number; accountId: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-waiting'>> {
  const { roomId, number, accountId, now } = request;
  const { rows } = await sql`
    WITH gone AS (
      UPDATE ticket t SET state = 'left', settled_at = ${now}
      WHERE t.room_id = ${roomId} AND t.number = ${number} AND t.account_id = ${accountId} AND t.state IN ('waiting', 'admitted')
        AND NOT (t.state = 'admitted' AND ticket_holds_seat(${roomId}, ${number}, ${now}))
      RETURNING t.number
    ), freed AS (
      UPDATE ticket_person tp SET live = false FROM gone WHERE tp.room_id = ${roomId} AND tp.number = gone.number
    )
    SELECT number FROM gone`.execute(tx);
  return rows.length > 0 ? { ok: true } : { ok: false, reason: 'not-waiting' };
}
