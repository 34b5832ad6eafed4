import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { OrderTold, ReleaseOrders } from '#features/planner/index.ts';
import type { Secrets } from '#platform/secrets.ts';
import { announceDraw } from './announce-draw.ts';
import { drawTimes } from './draw-times.rules.ts';

/** Draws over the releases that offices plan so: a room is made and its draw promised with the release. */
export function releaseOrders(secrets: Secrets): ReleaseOrders {
  return {
    async plan(tx, { officeId, accountId, now, wish, releases }) {
      const [first] = releases;
      if (first === undefined || releases.some(({ opensAt }) => !opensAt.equals(first.opensAt)))
        return { ok: false, reason: 'one-moment' };
      const timed = drawTimes(wish, { opensAt: first.opensAt, now });
      if (!timed.ok) return timed;
      const { joinsAt, closesAt, value } = timed.times;
      const room = await tx
        .insertInto('room')
        .values({
          code: first.code,
          office_id: officeId,
          release_id: first.id,
          cause: 'planned',
          ordering: wish.order,
          state: 'announced',
          joins_at: joinsAt,
          closes_at: closesAt,
          opens_at: first.opensAt,
          gated_from: first.opensAt,
          gated_to: first.opensAt,
          ...(wish.turnMinutes !== null && { turn_seconds: wish.turnMinutes * 60 }),
          created_by: accountId,
          created_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('room_planner')
        .values(releases.map(({ plannerId }) => ({ room_id: room.id, planner_id: plannerId })))
        .execute();
      const announced = await announceDraw(tx, secrets, {
        roomId: room.id,
        mixing: value,
        unmixedReason: wish.unmixedReason,
        now,
      });
      if (!announced.ok) throw new Error(`times were judged before: ${announced.reason}`);
      return { ok: true, code: first.code };
    },
    cancel: callOff,
    told,
  };
}

/** Those who joined are told by whoever settles rooms that ended. What was published stays. */
async function callOff(tx: Tx, { releaseId, now }: { releaseId: string; now: Temporal.Instant }): Promise<void> {
  await sql`
    UPDATE room SET state = 'ended', outcome = 'cancelled', ended_at = ${now}
    WHERE release_id = ${releaseId} AND state <> 'ended'`.execute(tx);
}

// A room may be over the releases of several planners that open at once: its code is that of the first.
const told: ReleaseOrders['told'] = async (db, codes) => {
  if (codes.length === 0) return new Map<string, OrderTold>();
  const { rows } = await sql<OrderTold & { code: string }>`
    SELECT DISTINCT ON (l.code) l.code, r.ordering AS order, d.commitment, d.list_root AS "listRoot", d.seed,
           coalesce(d.listed, r.last_number) AS participants, r.joins_at AS "joinsAt", r.closes_at AS "closesAt", r.state
    FROM release l
    JOIN room_planner rp ON rp.planner_id = l.planner_id
    JOIN room r ON r.id = rp.room_id AND (r.release_id = l.id OR (r.release_id IS NOT NULL AND l.opens_at BETWEEN r.gated_from AND r.gated_to))
    LEFT JOIN draw d ON d.room_id = r.id
    WHERE l.code = ANY (${[...codes]}::text[]) AND r.outcome IS DISTINCT FROM 'cancelled'
    ORDER BY l.code, (r.release_id = l.id) DESC, r.id`.execute(db);
  return new Map(rows.map(({ code, ...order }) => [code, order]));
};
