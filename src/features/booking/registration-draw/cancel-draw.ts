import { sql } from 'kysely';
import { audit } from '#features/audit/index.ts';
import { endAssignedRoom, lockRoom, settleCancelled } from '#features/waiting-room/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { registrationDrawById } from './registration-draw.query.ts';

/**
 * The office calls a registration draw off before it is drawn. Nothing is drawn any more, the seats open to all at the told
 * time, and everybody who registered is told, with the reason.
 */
export async function cancelDraw(
  tx: Tx,
  request: { roomId: number; officeId: number; accountId: number; reason: string; now: Temporal.Instant },
): Promise<Outcome<{ told: number }, 'not-found' | 'already-drawn'>> {
  const { roomId, officeId, accountId, reason, now } = request;
  await lockRoom(tx, roomId);
  const draw = await registrationDrawById(tx, roomId);
  if (draw?.officeId !== officeId) return { ok: false, reason: 'not-found' };
  if (draw.cancelledAt) return { ok: true, told: draw.tickets };
  if (draw.drawnAt) return { ok: false, reason: 'already-drawn' };
  await sql`
    INSERT INTO registration_draw AS g (room_id, cancelled_at, cancelled_by, cancel_reason)
    VALUES (${roomId}, ${now}, ${accountId}, ${JSON.stringify({ it: reason, en: reason })}::jsonb)
    ON CONFLICT (room_id) DO UPDATE SET cancelled_at = EXCLUDED.cancelled_at, cancelled_by = EXCLUDED.cancelled_by,
      cancel_reason = EXCLUDED.cancel_reason`.execute(tx);
  await endAssignedRoom(tx, { roomId, outcome: 'cancelled', now });
  // One row for each: written in one statement, a hundred thousand take a second.
  await sql`
    INSERT INTO outbox (task, payload, created_at)
    SELECT 'notify', jsonb_build_object('kind', 'registration-cancelled', 'about', '',
             'registration', jsonb_build_object('roomId', g.room_id, 'number', g.number)), ${now}
    FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
    WHERE g.room_id = ${roomId} AND t.state NOT IN ('left', 'displaced') ORDER BY g.number`.execute(tx);
  await settleCancelled(tx, { roomId, now });
  const detail = { people: draw.people };
  await audit(tx, {
    at: now,
    accountId,
    officeId,
    action: 'cancel-registration-draw',
    subject: `room:${roomId}`,
    detail,
  });
  return { ok: true, told: draw.tickets };
}
