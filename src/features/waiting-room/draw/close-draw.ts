import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { tellThoseWaiting } from './tell-waiting.ts';
import { closedStatement, signStatement, wholeMilliseconds } from './statements.ts';

/**
 * Fixes who is drawn, under the row of the room that everybody who joins needs: those who joined before the closing, as a
 * list with its hash. Where a public value will be mixed in, the seed is revealed with it: from then on nobody at the
 * office knows more than anybody else, and everybody can work out the order in the minute the value is known.
 */
export async function closeDraw(
  tx: Tx,
  secrets: Secrets,
  { roomId, now }: { roomId: number; now: Temporal.Instant },
): Promise<'closed' | 'not-due' | 'no-draw'> {
  const { rows } = await sql<{ code: string; isDue: boolean }>`
    SELECT code, closes_at <= ${now} AS "isDue" FROM room WHERE id = ${roomId} AND state <> 'ended' FOR UPDATE`.execute(
    tx,
  );
  const [room] = rows;
  if (!room?.isDue) return 'not-due';
  const draw = await tx
    .selectFrom('draw')
    .select(['commitment', 'closed_at', 'seed_cipher', 'mixing'])
    .where('room_id', '=', roomId)
    .executeTakeFirst();
  if (draw === undefined) return 'no-draw';
  if (draw.closed_at !== null) return 'closed';
  const { listRoot, participants, list } = await listOfRoom(tx, roomId);
  const closedAt = wholeMilliseconds(now);
  const said = { room: room.code, commitment: draw.commitment, listRoot, participants, closedAt: closedAt.toString() };
  await tx
    .updateTable('draw')
    .set({
      list,
      list_root: listRoot,
      listed: participants,
      closed_at: closedAt,
      closed_signature: signStatement(secrets, closedStatement(said)),
      ...(draw.mixing && { seed: secrets.decrypt(draw.seed_cipher) }),
    })
    .where('room_id', '=', roomId)
    .execute();
  await sql`UPDATE room SET state = 'closed' WHERE id = ${roomId} AND state IN ('announced', 'joining')`.execute(tx);
  if (draw.mixing) await tellThoseWaiting(tx, { roomId, now, kind: 'draw-fixed' });
  return 'closed';
}

/** Numbers and times of joining go the same way, so those who came in time are the first numbers, without gaps. */
async function listOfRoom(tx: Tx, roomId: number): Promise<{ list: string; listRoot: string; participants: number }> {
  const { rows } = await sql<{ list: string; listRoot: string; participants: number }>`
    WITH listed AS MATERIALIZED (
      SELECT coalesce(string_agg(
               t.number || ' ' || t.pseudonym || ' ' || t.weight || ' ' ||
               CASE WHEN t.state = 'displaced' THEN 'displaced' WHEN t.state = 'waiting' THEN 'in' ELSE 'left' END || E'\n',
               '' ORDER BY t.number), '') AS list, count(*)::int AS participants
      FROM ticket t JOIN room r ON r.id = t.room_id WHERE r.id = ${roomId} AND t.joined_at < r.closes_at
    )
    SELECT list, participants, encode(sha256(convert_to(list, 'UTF8')), 'hex') AS "listRoot" FROM listed`.execute(tx);
  const [listed] = rows;
  if (listed === undefined) throw new Error('an aggregate has a row');
  return listed;
}
