import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import '../tables.ts';
import type { History } from './simulate.rules.ts';

/** What is known of a planner's earlier releases, and how many of ten turns ended with an appointment. */
export async function historyOf(
  db: Db,
  { plannerId, now }: { plannerId: number; now: Temporal.Instant },
): Promise<History & { readonly used: number | null }> {
  const { rows: people } = await sql<{ people: number; booked: number; lapsed: number }>`
    SELECT f.people, coalesce(f.winners, 0) AS booked,
           coalesce((SELECT g.people FROM fairness_figure g WHERE g.code = f.code AND g.part = 'outcome' AND g.value = 'lapsed'), 0) AS lapsed
    FROM fairness_report f
    WHERE f.source = 'tickets' AND f.people IS NOT NULL
      AND (EXISTS (SELECT FROM release r WHERE r.id = f.release_id AND r.planner_id = ${plannerId})
           OR EXISTS (SELECT FROM room_planner rp WHERE rp.room_id = f.room_id AND rp.planner_id = ${plannerId}))
    ORDER BY f.opens_at DESC LIMIT 5`.execute(db);
  const { rows: releases } = await sql<{ seats: number; seconds: number | null }>`
    SELECT r.seats, extract(epoch FROM r.sold_out_at - r.opens_at)::float8 AS seconds FROM release r
    WHERE r.planner_id = ${plannerId} AND r.opens_at < ${now.subtract({ hours: 24 })} AND r.cancelled_at IS NULL AND r.seats > 0
      AND r.kind <> 'returned'
    ORDER BY r.opens_at DESC LIMIT 5`.execute(db);
  const { rows: waiting } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM waiting_entry e
    WHERE e.live AND e.offering_id IN (SELECT offering_id FROM planner_offering WHERE planner_id = ${plannerId})`.execute(
    db,
  );
  const booked = people.reduce((sum, one) => sum + one.booked, 0);
  const lapsed = people.reduce((sum, one) => sum + one.lapsed, 0);
  return {
    people: people.map((one) => one.people),
    releases,
    waitingList: waiting[0]?.n ?? 0,
    // Nobody writes down whom a full planner turned away.
    refused: null,
    used: booked >= 20 ? booked / (booked + lapsed) : null,
  };
}
