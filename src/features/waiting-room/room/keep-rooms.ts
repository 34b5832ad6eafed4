import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { inTries } from '#platform/transaction.ts';

/** Tickets told in a round that their room is over: their e-mails go out beside everything else. */
const toldAtOnce = 1_000;

/** What a room that is over is followed by, and one that goes on is told: once a second, by the worker. */
export async function keepRooms({ db }: Pick<Deps, 'db'>, now: Temporal.Instant): Promise<void> {
  const { rows: live } = await sql<{ id: number; ended: boolean }>`
    SELECT id, state = 'ended' AS ended FROM room
    WHERE state IN ('closed', 'admitting') OR (state = 'ended' AND settled_at IS NULL) ORDER BY id`.execute(db);
  for (const { id, ended } of live) {
    if (!ended) await sql`SELECT tell_near(${id}, ${now})`.execute(db);
    else await settleRoom(db, { roomId: id, now });
  }
}

async function settleRoom(db: Deps['db'], { roomId, now }: { roomId: number; now: Temporal.Instant }): Promise<void> {
  const { rows } = await inTries(() =>
    sql<{ told: number }>`SELECT settle_room(${roomId}, ${now}, ${toldAtOnce}) AS told`.execute(db),
  );
  if ((rows[0]?.told ?? 0) > 0) return;
  await sql`
    UPDATE room SET settled_at = ${now} WHERE id = ${roomId}
      AND NOT EXISTS (SELECT FROM ticket WHERE room_id = ${roomId} AND state IN ('waiting', 'admitted'))`.execute(db);
}

/** Rooms before releases that were called off, or moved to another moment, before anybody had a turn. */
export async function endCalledOff({ db }: Pick<Deps, 'db'>, now: Temporal.Instant): Promise<number> {
  const { rows } = await sql`
    UPDATE room r SET state = 'ended', outcome = 'cancelled', ended_at = ${now}
    WHERE r.state IN ('announced', 'joining', 'closed') AND r.cause = 'planned' AND r.gated_from IS NOT NULL AND r.drawn IS NULL
      AND NOT EXISTS (SELECT FROM release l WHERE l.id = r.release_id AND l.cancelled_at IS NULL
                        AND (l.opens_at = r.gated_from OR l.opens_at <= ${now}))
    RETURNING r.id`.execute(db);
  return rows.length;
}
