import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { drawSlots, publishedSeats } from './seats-offered.query.ts';

/** Writes down the places drawn and the seats there are to give, once; both are published with the result. */
export async function beginAssigning({ db, clock }: Deps, roomId: number): Promise<void> {
  const now = clock.now();
  await transact(db, async (tx) => {
    await sql`INSERT INTO registration_draw (room_id) VALUES (${roomId}) ON CONFLICT DO NOTHING`.execute(tx);
    const { rows } = await sql`
      SELECT FROM registration_draw WHERE room_id = ${roomId} AND begun_at IS NULL FOR UPDATE`.execute(tx);
    if (rows.length === 0) return { ok: true };
    const seats = publishedSeats(await drawSlots(tx, { roomId, now }));
    await tx
      .updateTable('registration_draw')
      .set({ seats_offered: JSON.stringify(seats), begun_at: now })
      .where('room_id', '=', roomId)
      .execute();
    await sql`
      UPDATE registration g SET place = o.place
      FROM draw d CROSS JOIN LATERAL unnest(d.places) WITH ORDINALITY AS o(number, place)
      WHERE d.room_id = ${roomId} AND g.room_id = d.room_id AND g.number = o.number`.execute(tx);
    return { ok: true };
  });
}
