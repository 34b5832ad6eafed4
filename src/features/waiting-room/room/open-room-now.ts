import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

/**
 * A room over all that is open of an offering, from this instant on: everybody lines up as they come. Undefined when there is
 * one already, or the office wants none.
 */
export async function openRoomNow(
  { db }: Pick<Deps, 'db'>,
  { offeringId, cause, now }: { offeringId: number; cause: 'demand' | 'load'; now: Temporal.Instant },
): Promise<number | undefined> {
  const outcome = await transact(db, async (tx) => {
    // One process at a time; whoever comes second finds the room.
    await sql`SELECT pg_advisory_xact_lock(470002, ${offeringId})`.execute(tx);
    const { rows } = await sql<{ plannerIds: number[]; officeId: number; turnSeconds: number | null }>`
      SELECT array_agg(p.id) AS "plannerIds", max(p.office_id) AS "officeId", max(rule.turn_seconds) AS "turnSeconds"
      FROM planner_offering po JOIN planner p ON p.id = po.planner_id AND p.published AND p.audience = 'everybody'
      LEFT JOIN room_rule rule ON rule.planner_id = p.id
      WHERE po.offering_id = ${offeringId} AND rule.room IS DISTINCT FROM 'never'
        AND NOT EXISTS (SELECT FROM room r JOIN room_planner rp ON rp.room_id = r.id
                        WHERE rp.planner_id = p.id AND r.state <> 'ended' AND r.gated_from IS NULL)
      HAVING count(*) > 0`.execute(tx);
    const [over] = rows;
    if (over === undefined) return { ok: false as const, roomId: undefined };
    const room = await tx
      .insertInto('room')
      .values({
        code: `now-${offeringId}-${randomBytes(5).toString('hex')}`,
        office_id: over.officeId,
        release_id: null,
        cause,
        ordering: 'first-come',
        state: 'admitting',
        joins_at: now,
        closes_at: now,
        opens_at: now,
        gated_from: null,
        gated_to: null,
        ...(over.turnSeconds !== null && { turn_seconds: over.turnSeconds }),
        drawn: 0,
        created_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('room_planner')
      .values(over.plannerIds.map((plannerId) => ({ room_id: room.id, planner_id: plannerId })))
      .execute();
    return { ok: true as const, roomId: room.id };
  });
  return outcome.roomId;
}
