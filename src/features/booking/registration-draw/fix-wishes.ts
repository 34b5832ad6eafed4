import { sql } from 'kysely';
import { lockRoom } from '#features/waiting-room/index.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { drawSlots, publishedSeats } from './seats-offered.query.ts';
import { wishesList } from './wishes-kept.ts';

/** Fixes the wishes of every draw that has closed, with the seats there are; nobody can change any of them from then on. */
export async function fixWishes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<{ id: number }>`
    SELECT r.id FROM room r LEFT JOIN registration_draw g ON g.room_id = r.id
    WHERE r.ordering = 'registration-draw' AND r.closes_at <= ${now} AND r.state <> 'announced'
      AND g.fixed_at IS NULL AND g.cancelled_at IS NULL AND r.outcome IS DISTINCT FROM 'cancelled'
    ORDER BY r.closes_at, r.id`.execute(db);
  for (const { id } of rows) await fixOne(db, id, now);
}

async function fixOne(db: Deps['db'], roomId: number, now: Temporal.Instant): Promise<void> {
  await transact(db, async (tx) => {
    // Whoever changes their wishes at this instant does so before, or not at all.
    await lockRoom(tx, roomId);
    await sql`INSERT INTO registration_draw (room_id) VALUES (${roomId}) ON CONFLICT DO NOTHING`.execute(tx);
    const open = await sql`
      SELECT FROM registration_draw WHERE room_id = ${roomId} AND fixed_at IS NULL FOR UPDATE`.execute(tx);
    if (open.rows.length === 0) return { ok: true };
    const { rows } = await sql<{ number: number; pseudonym: string; wishesHash: string }>`
      SELECT g.number, t.pseudonym, g.wishes_hash AS "wishesHash"
      FROM registration g JOIN ticket t ON t.room_id = g.room_id AND t.number = g.number
      WHERE g.room_id = ${roomId} AND t.state NOT IN ('left', 'displaced') ORDER BY g.number`.execute(tx);
    const { text, root } = wishesList(rows);
    const seats = publishedSeats(await drawSlots(tx, { roomId, now }));
    await tx
      .updateTable('registration_draw')
      .set({ wishes_list: text, wishes_root: root, seats_at_closing: JSON.stringify(seats), fixed_at: now })
      .where('room_id', '=', roomId)
      .execute();
    return { ok: true };
  });
}
