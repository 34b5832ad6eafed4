import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';

/** Writes to everybody of a draw who has an account: in one statement, a hundred thousand take a second. */
export async function tellThoseWaiting(
  tx: Tx,
  { roomId, now, kind }: { roomId: number; now: Temporal.Instant; kind: 'draw-fixed' | 'draw-late' },
): Promise<void> {
  await sql`
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', ${kind}::text, 'roomId', t.room_id, 'number', t.number), ${now}
    FROM ticket t WHERE t.room_id = ${roomId} AND t.state = 'waiting' AND t.account_id IS NOT NULL ORDER BY t.number`.execute(
    tx,
  );
}
