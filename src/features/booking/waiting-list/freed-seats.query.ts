import { sql } from 'kysely';
import { forEverybody } from '#features/planner/index.ts';
import type { Db } from '#platform/database.ts';
import { keptForList, nobodysOwners, notPublicOwners } from '../hold/hold-owner.ts';
import type { Candidate, Wishes } from './wishes.rules.ts';

/** The slots of every day on which seats of a planner wait for the list, by their starts; not those kept for some. */
export async function freedSlots(
  db: Db,
  { plannerId, now }: { plannerId: number; now: Temporal.Instant },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    WITH kept AS (
      SELECT h.slot_id, h.day, sum(h.party)::int AS seats FROM hold h
      WHERE h.planner_id = ${plannerId} AND h.state = 'live' AND left(h.owner, 2) IN ${nobodysOwners} AND h.expires_at > ${now}
      GROUP BY 1, 2
    )
    SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
           -- What the office has no room for any more is nobody's.
           greatest(0, coalesce(k.seats, 0) + least(0, s.planned - s.taken)) AS kept,
           CASE WHEN s.opens_at <= ${now} THEN greatest(0, s.planned - s.taken) ELSE 0 END AS free
    FROM slot s JOIN planner p ON p.id = s.planner_id AND p.published
    LEFT JOIN kept k ON k.slot_id = s.id
    WHERE s.planner_id = ${plannerId} AND s.day IN (SELECT day FROM kept) AND s.starts_at > ${now}
      AND ${forEverybody(now)}
    ORDER BY s.starts_at`.execute(db);
  return rows;
}

/** Somebody who waits, with the list through which a planner's seat would come to them. */
export interface Waiting extends Wishes {
  readonly entryId: string;
  readonly offeringId: number;
  readonly minutes: number | null;
  readonly zone: string;
  readonly offerHours: number;
  readonly leastHours: number;
  readonly requestedAt: Temporal.Instant;
  /** Times they were offered already and did not take, in milliseconds: those seats are for the others. */
  readonly notTaken: readonly number[];
}

/** Who waits for a seat of a planner and has none offered, first come first, a page at a time. */
export async function waitingForPlanner(
  db: Db,
  { plannerId, after, most }: { plannerId: number; after: Waiting | undefined; most: number },
): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'fromTime' | 'toTime'> & { fromTime: string | null; toTime: string | null }>`
    SELECT e.id AS "entryId", o.id AS "offeringId", o.duration_minutes AS minutes, f.time_zone AS zone,
           coalesce(w.offer_hours, 48) AS "offerHours", coalesce(w.least_hours, 12) AS "leastHours", e.requested_at AS "requestedAt", e.party, e.weekdays,
           e.from_day AS "fromDay", e.to_day AS "toDay", e.from_time AS "fromTime", e.to_time AS "toTime",
           ARRAY(SELECT (extract(epoch FROM x.starts_at) * 1000)::float8 FROM waiting_offer x
                 WHERE x.entry_id = e.id AND x.offering_id = o.id AND x.state IN ('declined', 'lapsed')) AS "notTaken"
    FROM planner_offering po
    JOIN offering o ON o.id = po.offering_id AND o.waiting_list AND o.active
    JOIN office f ON f.id = o.office_id
    LEFT JOIN waiting_list w ON w.offering_id = o.id
    JOIN waiting_place wp ON wp.offering_id = o.id
    JOIN waiting_entry e ON e.id = wp.entry_id AND e.state = 'waiting'
    WHERE po.planner_id = ${plannerId}
      AND NOT EXISTS (SELECT FROM waiting_offer x WHERE x.entry_id = e.id AND x.state = 'offered')
      AND (e.requested_at, e.id) > (${after?.requestedAt ?? '-infinity'}::timestamptz, ${after?.entryId ?? 0}::bigint)
    ORDER BY e.requested_at, e.id LIMIT ${most}`.execute(db);
  return rows.map((row) => ({ ...row, fromTime: readTime(row.fromTime), toTime: readTime(row.toTime) }));
}

export function readTime(text: string | null): Temporal.PlainTime | null {
  return text === null ? null : Temporal.PlainTime.from(text);
}

/** Planners of whom a seat waits for the list to be asked; with an entry, those that hold back any seat it could have. */
export async function plannersToAsk(db: Db, { entryId }: { entryId?: string | undefined }): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT h.planner_id AS id FROM hold h
    WHERE h.state = 'live' AND left(h.owner, 2) IN ${notPublicOwners} AND ${
      entryId === undefined
        ? sql`left(h.owner, 2) = ${sql.lit(keptForList)}`
        : sql`left(h.owner, 2) IN ${nobodysOwners} AND h.planner_id IN (
            SELECT po.planner_id FROM waiting_place wp JOIN planner_offering po ON po.offering_id = wp.offering_id
            WHERE wp.entry_id = ${entryId})`
    }
    ORDER BY 1`.execute(db);
  return rows.map(({ id }) => id);
}
