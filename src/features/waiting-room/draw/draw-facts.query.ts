import { type RawBuilder, sql } from 'kysely';
import type { LocalText } from '#platform/language.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Mixing, Ordering } from '../tables.ts';

/** What a page says of a draw; never the list or the places, which may be long. */
export interface DrawFacts {
  readonly roomId: number;
  readonly code: string;
  readonly officeId: number;
  readonly officeCode: string;
  readonly officeName: LocalText;
  readonly city: LocalText;
  readonly kind: 'consular' | 'municipal';
  readonly timeZone: string;
  readonly services: readonly LocalText[];
  readonly ordering: Ordering;
  readonly state: 'announced' | 'joining' | 'closed' | 'admitting' | 'ended';
  readonly outcome: 'sold-out' | 'emptied' | 'cancelled' | null;
  readonly endedAt: Temporal.Instant | null;
  readonly joinsAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly opensAt: Temporal.Instant;
  readonly seats: number | null;
  readonly announcedAt: Temporal.Instant;
  readonly commitment: string;
  readonly rules: string;
  readonly mixing: Mixing | null;
  readonly unmixedReason: string | null;
  /** tickets so far, or those of the list once it is fixed */
  readonly participants: number;
  readonly closedAt: Temporal.Instant | null;
  readonly listRoot: string | null;
  readonly seed: string | null;
  readonly publicValue: string | null;
  readonly firstBy: number | null;
  readonly valueAt: Temporal.Instant | null;
  readonly drawnAt: Temporal.Instant | null;
  /** later arrivals, who queue behind */
  readonly late: number;
}

/** A draw by the code of its release; undefined where nothing was promised. */
export const drawFacts = (db: Db | Tx, code: string): Promise<DrawFacts | undefined> =>
  facts(db, sql`r.code = ${code}`);

/** The same by the room. */
export const drawFactsOf = (db: Db | Tx, roomId: number): Promise<DrawFacts | undefined> =>
  facts(db, sql`r.id = ${roomId}`);

async function facts(db: Db | Tx, which: RawBuilder<unknown>): Promise<DrawFacts | undefined> {
  const { rows } = await sql<DrawFacts>`
    SELECT r.id AS "roomId", r.code, r.office_id AS "officeId", o.code AS "officeCode", o.name AS "officeName", o.city, o.kind,
           o.time_zone AS "timeZone", r.ordering, r.state, r.outcome, r.ended_at AS "endedAt", r.joins_at AS "joinsAt",
           r.closes_at AS "closesAt", r.opens_at AS "opensAt", l.seats, d.announced_at AS "announcedAt", d.commitment, d.rules,
           d.mixing, d.unmixed_reason AS "unmixedReason", coalesce(d.listed, r.last_number) AS participants,
           d.closed_at AS "closedAt", d.list_root AS "listRoot", d.seed, d.public_value AS "publicValue",
           d.first_by AS "firstBy", d.second_at AS "valueAt", d.drawn_at AS "drawnAt",
           r.last_number - coalesce(d.listed, r.last_number) AS late,
           (SELECT coalesce(jsonb_agg(DISTINCT s.name), '[]') FROM room_planner rp
            JOIN planner_offering po ON po.planner_id = rp.planner_id JOIN offering f ON f.id = po.offering_id
            JOIN service s ON s.code = f.service_code WHERE rp.room_id = r.id) AS services
    FROM room r JOIN draw d ON d.room_id = r.id JOIN office o ON o.id = r.office_id LEFT JOIN release l ON l.id = r.release_id
    WHERE ${which}`.execute(db);
  return rows[0];
}

/** A line of the list, and its place once the order is known. */
export interface FoundTicket {
  readonly number: number;
  readonly pseudonym: string;
  readonly weight: number;
  readonly state: 'in' | 'left' | 'displaced';
  readonly place: number | null;
}

/** A ticket of the published list, by its number or its pseudonym. */
export async function findListed(
  db: Db | Tx,
  { roomId, asked }: { roomId: number; asked: string },
): Promise<FoundTicket | undefined> {
  const pattern = /^[0-9a-f]{32}$/.test(asked)
    ? `\\d+ ${asked} \\d+ \\w+`
    : /^\d{1,8}$/.test(asked)
      ? `${Number(asked)} .+`
      : undefined;
  if (pattern === undefined) return undefined;
  // Somebody who left and joined again has two lines: the last is the one that counts.
  const { rows } = await sql<{ line: string[]; place: number | null }>`
    SELECT string_to_array(m.line[1], ' ') AS line,
           array_position(d.places, split_part(m.line[1], ' ', 1)::int) AS place
    FROM draw d, regexp_matches(d.list, ${`(?n)^(${pattern})$`}, 'g') AS m(line)
    WHERE d.room_id = ${roomId} ORDER BY split_part(m.line[1], ' ', 1)::int DESC LIMIT 1`.execute(db);
  const [number, pseudonym, weight, state] = rows[0]?.line ?? [];
  if (pseudonym === undefined || (state !== 'in' && state !== 'left' && state !== 'displaced')) return undefined;
  return { number: Number(number), pseudonym, weight: Number(weight), state, place: rows[0]?.place ?? null };
}
