import { announceDraw } from '#features/waiting-room/draw/announce-draw.ts';
import { createDb, createPool } from '#platform/database.ts';
import { loadMasterSecret } from '#platform/key-ring.ts';
import { createSecrets } from '#platform/secrets.ts';
import { transact } from '#platform/transaction.ts';
import type { Stage } from '../stage.ts';

/** The shortest there is: whoever vanishes holds up a seat for two minutes. */
const turnSeconds = 120;

/** A room before the London passport desk whose order is drawn by itself as the seats open, as planned rooms are. */
export async function openRoom(
  stage: Stage,
  room: { code: string; joinsAt: Date; opensAt: Date },
): Promise<{ id: number; end: () => Promise<void> }> {
  const { code, joinsAt, opensAt } = room;
  const { rows } = await stage.sql.query<{ id: number }>(
    `WITH desk AS (
       SELECT p.id, p.office_id FROM planner p JOIN planner_offering po ON po.planner_id = p.id
       JOIN offering o ON o.id = po.offering_id AND o.service_code = 'passport' JOIN office f ON f.id = o.office_id AND f.code = 'cons-london'
     ), opening AS (
       INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
       SELECT $1, min(id), 'batch', $3, $3, current_date + 3, current_date + 90, 0, now() FROM desk RETURNING id
     ), made AS (
       INSERT INTO room (code, office_id, release_id, cause, ordering, state, joins_at, closes_at, opens_at, gated_from, gated_to, turn_seconds, created_at)
       SELECT $1, max(office_id), (SELECT id FROM opening), 'planned', 'first-come', 'announced', $2, $3, $3, $3, $3, $4, now() FROM desk RETURNING id)
     INSERT INTO room_planner (room_id, planner_id) SELECT made.id, desk.id FROM made, desk RETURNING room_id AS id`,
    [code, joinsAt, opensAt, turnSeconds],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('there is no desk to put a room before');
  const secrets = createSecrets(loadMasterSecret({ secret: undefined, dataFolder: stage.dataFolder }));
  const pool = createPool(stage.databaseUrl, { max: 1, name: 'turno-bench', onError: () => undefined });
  const db = createDb(pool);
  try {
    const now = Temporal.Now.instant();
    const promised = await transact(db, (tx) => announceDraw(tx, secrets, { roomId: id, mixing: null, now }));
    if (!promised.ok) throw new Error(`no draw was promised: ${promised.reason}`);
  } finally {
    await db.destroy();
  }
  return {
    id,
    end: async () => {
      await stage.sql.query(
        `UPDATE room SET state = 'ended', ended_at = now(), outcome = 'cancelled' WHERE id = $1 AND state <> 'ended'`,
        [id],
      );
    },
  };
}
