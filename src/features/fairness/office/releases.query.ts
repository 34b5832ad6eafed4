import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Ordering } from '#features/waiting-room/index.ts';
import '../tables.ts';

/** A release of an office, or a room over seats that opened without one. */
export interface OfficeRelease {
  readonly code: string;
  readonly releaseId: string | null;
  readonly roomId: number | null;
  readonly plannerId: number | null;
  readonly planners: readonly string[];
  readonly opensAt: Temporal.Instant;
  readonly lastOpensAt: Temporal.Instant;
  /** days of the appointments; null for a room without a release */
  readonly day: Temporal.PlainDate | null;
  readonly lastDay: Temporal.PlainDate | null;
  readonly seats: number | null;
  readonly soldOutAt: Temporal.Instant | null;
  readonly cancelledAt: Temporal.Instant | null;
  readonly room: RoomOfRelease | null;
  /** from the report where there is one, or the tickets so far */
  readonly people: number | null;
  readonly winners: number | null;
  readonly source: 'tickets' | 'holds' | null;
  readonly publishedAt: Temporal.Instant | null;
}

export interface RoomOfRelease {
  readonly state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
  readonly ordering: Ordering;
  readonly cause: 'planned' | 'demand' | 'load';
  readonly outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
  readonly turnSeconds: number;
  readonly drawn: number | null;
}

type Row = Omit<OfficeRelease, 'room'> & {
  [Key in keyof RoomOfRelease as `room${Capitalize<Key>}`]: RoomOfRelease[Key] | null;
};

/** Those of an office between two moments, in order. Releases of an hour that nobody noticed are as good as any. */
export async function releasesOfOffice(
  db: Db | Tx,
  filter: { officeId: number; from: Temporal.Instant; to: Temporal.Instant; newestFirst: boolean; limit: number },
): Promise<OfficeRelease[]> {
  const { officeId, from, to, limit } = filter;
  const order = filter.newestFirst ? sql`DESC` : sql`ASC`;
  const { rows } = await sql<Row>`
    ${releases} WHERE x.office_id = ${officeId} AND x.opens_at > ${from} AND x.opens_at <= ${to} AND x.cancelled_at IS NULL
    ORDER BY x.opens_at ${order}, x.code LIMIT ${limit}`.execute(db);
  return rows.map(releaseOf);
}

/** One of them by its code; undefined when it is another office's. */
export async function officeRelease(
  db: Db | Tx,
  { officeId, code }: { officeId: number; code: string },
): Promise<OfficeRelease | undefined> {
  const { rows } = await sql<Row>`${releases} WHERE x.office_id = ${officeId} AND x.code = ${code}`.execute(db);
  return rows[0] && releaseOf(rows[0]);
}

const releases = sql`
  SELECT x.code, x.release_id AS "releaseId", m.id AS "roomId", x.planner_id AS "plannerId", x.planners,
         x.opens_at AS "opensAt", x.last_opens_at AS "lastOpensAt", x.day, x.last_day AS "lastDay", coalesce(x.seats, f.seats) AS seats,
         coalesce(x.sold_out_at, f.sold_out_at) AS "soldOutAt", x.cancelled_at AS "cancelledAt",
         CASE WHEN f.code IS NULL THEN m.last_number ELSE f.people END AS people, f.winners, f.source, f.published_at AS "publishedAt",
         m.state AS "roomState", m.ordering AS "roomOrdering", m.cause AS "roomCause", m.outcome AS "roomOutcome", m.joins_at AS "roomJoinsAt",
         m.closes_at AS "roomClosesAt", m.opens_at AS "roomOpensAt", m.ended_at AS "roomEndedAt", m.turn_seconds AS "roomTurnSeconds", m.drawn AS "roomDrawn"
  FROM (
    SELECT r.code, p.office_id, r.id AS release_id, p.id AS planner_id, ARRAY[p.name] AS planners, r.opens_at, r.last_opens_at,
           r.first_day AS day, r.last_day, r.seats, r.sold_out_at, r.cancelled_at
    FROM release r JOIN planner p ON p.id = r.planner_id WHERE r.seats > 0 AND r.kind <> 'returned'
    UNION ALL
    SELECT m.code, m.office_id, NULL, NULL,
           ARRAY(SELECT p.name FROM room_planner rp JOIN planner p ON p.id = rp.planner_id WHERE rp.room_id = m.id ORDER BY p.name),
           m.opens_at, m.opens_at, NULL, NULL, NULL, CASE WHEN m.outcome = 'sold-out' THEN m.ended_at END, NULL
    FROM room m WHERE m.release_id IS NULL AND m.outcome IS DISTINCT FROM 'cancelled'
  ) AS x
  LEFT JOIN room m ON m.outcome IS DISTINCT FROM 'cancelled' AND (m.release_id = x.release_id OR (x.release_id IS NULL AND m.code = x.code))
  LEFT JOIN fairness_report f ON f.code = x.code`;

function releaseOf(row: Row): OfficeRelease {
  const {
    roomState,
    roomOrdering,
    roomCause,
    roomOutcome,
    roomJoinsAt,
    roomClosesAt,
    roomOpensAt,
    roomEndedAt,
    ...rest
  } = row;
  const { roomTurnSeconds, roomDrawn, ...release } = rest;
  const isRoom =
    roomState && roomOrdering && roomCause && roomJoinsAt && roomClosesAt && roomOpensAt && roomTurnSeconds;
  if (!isRoom) return { ...release, room: null };
  return {
    ...release,
    room: {
      state: roomState,
      ordering: roomOrdering,
      cause: roomCause,
      outcome: roomOutcome,
      joinsAt: roomJoinsAt,
      closesAt: roomClosesAt,
      opensAt: roomOpensAt,
      endedAt: roomEndedAt,
      turnSeconds: roomTurnSeconds,
      drawn: roomDrawn,
    },
  };
}
