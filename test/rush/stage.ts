import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { announceDraw } from '#features/waiting-room/draw/announce-draw.ts';
import '#features/waiting-room/tables.ts';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Place } from './people.ts';

/** Where people book; those of a room do it there too, for slots of its own. */
export const place: Place = { office: 'cons-london', service: 'passport' };

export interface Seats {
  readonly slots: readonly string[];
  readonly seats: number;
}

/** Slots of a place on which nobody has a seat yet, each with a few. */
export async function freshSlots(
  db: Db,
  wish: { slots: number; seats: number; opensAt?: Temporal.Instant },
): Promise<Seats & { plannerId: number }> {
  const { rows } = await sql<{ id: string; planner_id: number }>`
    WITH planner_of AS (
      SELECT po.planner_id FROM planner_offering po
      JOIN planner p ON p.id = po.planner_id AND p.published AND p.quotas IS NULL AND p.audience = 'everybody'
      JOIN offering o ON o.id = po.offering_id AND o.service_code = ${place.service}
      JOIN office f ON f.id = o.office_id AND f.code = ${place.office} ORDER BY 1 LIMIT 1
    ), wanted AS (
      SELECT s.id FROM slot s JOIN planner_of USING (planner_id)
      WHERE s.taken = 0 AND s.capacity > 0 AND s.starts_at > now() + interval '5 days' AND s.opens_at <= now()
      ORDER BY s.starts_at LIMIT ${wish.slots})
    UPDATE slot SET capacity = ${wish.seats}, planned = ${wish.seats}, opens_at = coalesce(${wish.opensAt ?? null}, opens_at)
    WHERE id IN (SELECT id FROM wanted) RETURNING id, planner_id`.execute(db);
  const [first] = rows;
  if (rows.length < wish.slots || first === undefined) throw new Error(`no slots are left at ${place.office}`);
  return { slots: rows.map(({ id }) => id), seats: wish.slots * wish.seats, plannerId: first.planner_id };
}

/** A release in a few seconds with a room before it, whose order is drawn; answers with its code. */
export async function stageRoom(
  db: Db,
  secrets: Secrets,
  wish: { slots: number; seats: number; now: Temporal.Instant },
): Promise<Seats & { code: string; roomId: number; opensAt: Temporal.Instant }> {
  const { now } = wish;
  const code = `prova-${randomBytes(5).toString('hex')}`;
  const [joinsAt, closesAt, opensAt] = [2_000, 5_000, 5_500].map((milliseconds) => now.add({ milliseconds })) as [
    Temporal.Instant,
    Temporal.Instant,
    Temporal.Instant,
  ];
  const { plannerId, slots, seats } = await freshSlots(db, { ...wish, opensAt });
  return db.transaction().execute(async (tx) => {
    const release = await sql<{ id: string }>`
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, created_at)
      SELECT ${code}, ${plannerId}, 'manual', ${opensAt}, ${opensAt}, min(day), max(day), ${seats}, ${now}
      FROM slot WHERE id = ANY (${[...slots]}::bigint[]) RETURNING id`.execute(tx);
    const { id: roomId } = await tx
      .insertInto('room')
      .values({
        code,
        office_id: sql<number>`(SELECT office_id FROM planner WHERE id = ${plannerId})`,
        release_id: release.rows[0]?.id ?? null,
        cause: 'planned',
        ordering: 'draw',
        state: 'announced',
        joins_at: joinsAt,
        closes_at: closesAt,
        opens_at: opensAt,
        gated_from: opensAt,
        gated_to: opensAt,
        drawn: null,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('room_planner').values({ room_id: roomId, planner_id: plannerId }).execute();
    const announced = await announceDraw(tx, secrets, { roomId, mixing: null, now });
    if (!announced.ok) throw new Error(`the draw could not be announced: ${announced.reason}`);
    return { code, roomId, opensAt, slots, seats };
  });
}
