import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import { announceDraw } from '../draw/announce-draw.ts';
import { drawTimes } from '../draw/draw-times.rules.ts';
import type { Mixing } from '../tables.ts';

interface Due {
  readonly releaseId: string;
  readonly code: string;
  readonly plannerId: number;
  readonly officeId: number;
  readonly opensAt: Temporal.Instant;
  readonly lastOpensAt: Temporal.Instant;
  readonly ordering: 'first-come' | 'draw';
  readonly joinsMinutes: number;
  readonly closesMinutes: number;
  readonly turnSeconds: number;
  /** why the office wants no public value mixed in; null: it is mixed */
  readonly unmixedReason: string | null;
}

/**
 * Makes rooms before coming releases, a day before one may join. Where limits are off only where the office wants one always.
 * Answers how many were made.
 */
export async function planRooms(
  deps: Pick<Deps, 'db' | 'secrets' | 'config' | 'log'>,
  now: Temporal.Instant,
): Promise<number> {
  const { rows } = await sql<Due>`
    SELECT release_id AS "releaseId", code, planner_id AS "plannerId", office_id AS "officeId", opens_at AS "opensAt",
           last_opens_at AS "lastOpensAt", ordering, joins_minutes AS "joinsMinutes", closes_minutes AS "closesMinutes",
           turn_seconds AS "turnSeconds",
           (SELECT rule.unmixed_reason FROM room_rule rule WHERE rule.planner_id = due.planner_id) AS "unmixedReason"
    FROM rooms_due(${now}, ${deps.config.limits}) due ORDER BY opens_at, release_id LIMIT 200`.execute(deps.db);
  for (const due of rows) {
    const { roomId } = await transact(deps.db, (tx) => planRoom(tx, deps, due, now));
    if (roomId !== undefined) deps.log.info({ room: roomId, release: due.code }, 'people will wait for their turn');
  }
  return rows.length;
}

async function planRoom(
  tx: Tx,
  { secrets }: Pick<Deps, 'secrets'>,
  due: Due,
  now: Temporal.Instant,
): Promise<{ ok: boolean; roomId?: number }> {
  // Two workers see the same release: the second finds the room.
  await sql`SELECT pg_advisory_xact_lock(470003, ${due.plannerId})`.execute(tx);
  const there = await sql`
    SELECT FROM room WHERE release_id = ${due.releaseId} AND outcome IS DISTINCT FROM 'cancelled'`.execute(tx);
  if (there.rows.length > 0) return { ok: false };
  const times = timesOf(due, now);
  const { rows } = await sql<{ id: number }>`
    INSERT INTO room (code, office_id, release_id, cause, ordering, state, joins_at, closes_at, opens_at, gated_from, gated_to, turn_seconds, created_at)
    SELECT CASE WHEN n.rooms = 0 THEN ${due.code} ELSE ${due.code} || '-' || n.rooms + 1 END, ${due.officeId}, ${due.releaseId}, 'planned',
           ${due.ordering}, 'announced', ${times.joinsAt}, ${times.closesAt}, ${due.opensAt}, ${due.opensAt}, ${due.lastOpensAt},
           ${due.turnSeconds}, ${now}
    FROM (SELECT count(*) AS rooms FROM room WHERE code = ${due.code} OR code ~ ('^' || ${due.code} || '-[0-9]+$')) n
    RETURNING id`.execute(tx);
  const roomId = rows[0]?.id ?? 0;
  await tx.insertInto('room_planner').values({ room_id: roomId, planner_id: due.plannerId }).execute();
  const announced = await announceDraw(tx, secrets, {
    roomId,
    mixing: times.value,
    unmixedReason: due.unmixedReason,
    now,
  });
  if (!announced.ok) throw new Error(`times were judged before: ${announced.reason}`);
  return { ok: true, roomId };
}

interface Times {
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly value: Mixing | null;
}

function timesOf({ ordering, opensAt, joinsMinutes, closesMinutes, unmixedReason }: Due, now: Temporal.Instant): Times {
  const joinsAt = later(opensAt.subtract({ minutes: joinsMinutes }), now.add({ seconds: 1 }), opensAt);
  const closesAt = later(opensAt.subtract({ minutes: closesMinutes }), joinsAt, opensAt);
  if (ordering === 'draw') {
    const timed = drawTimes(
      {
        order: 'draw',
        joinsAt,
        closesAt: closesMinutes > 0 ? closesAt : null,
        turnMinutes: null,
        value: null,
        unmixedReason,
      },
      { opensAt, now },
    );
    if (timed.ok) return timed.times;
  }
  return { joinsAt, closesAt, value: null };
}

/** The first, or the second where it is later, but never after the last. */
function later(wanted: Temporal.Instant, earliest: Temporal.Instant, latest: Temporal.Instant): Temporal.Instant {
  const at = Temporal.Instant.compare(wanted, earliest) < 0 ? earliest : wanted;
  return Temporal.Instant.compare(at, latest) > 0 ? latest : at;
}
