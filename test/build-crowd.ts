import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

const zeros = '0'.repeat(64);

/** A room that ended, with an invented crowd in it: 200 tickets an hour before the opening, the seats drawn among them. */
export async function buildCrowd(
  db: Db,
  wish: {
    officeId: number;
    plannerId: number;
    offeringId: number;
    code: string;
    people?: number;
    seats?: number;
    live?: boolean;
  },
): Promise<number> {
  const { officeId, plannerId, offeringId, code, people = 200, seats = 40, live = false } = wish;
  const { rows } = await sql<{ id: number }>`
    WITH made AS (
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, sold_out_at, created_at)
      VALUES (${code}, ${plannerId}, 'rolling', '2026-11-20T18:00Z', '2026-11-20T18:00Z', '2027-01-14', '2027-01-14', ${seats},
              ${live ? null : '2026-11-20T18:30Z'}, '2026-11-01T00:00Z') RETURNING id)
    INSERT INTO room (code, office_id, release_id, cause, ordering, state, joins_at, closes_at, opens_at, last_number, drawn, admitted_through,
                      created_at, ended_at, outcome)
    SELECT ${code}, ${officeId}, id, 'planned', 'draw', ${live ? 'admitting' : 'ended'}, '2026-11-20T17:00Z', '2026-11-20T18:00Z', '2026-11-20T18:00Z',
           ${people}, ${people}, ${seats}, '2026-11-01T00:00Z', ${live ? null : '2026-11-20T18:40Z'}, ${live ? null : 'sold-out'} FROM made
    RETURNING id`.execute(db);
  const roomId = rows[0]?.id ?? 0;
  await sql`INSERT INTO room_planner VALUES (${roomId}, ${plannerId})`.execute(db);
  // Every seventh number of a shuffle wins: as many early as late ones.
  await sql`
    INSERT INTO ticket (room_id, number, offering_id, pseudonym, party, people_cipher, channel, language, device, joined_at, state, settled_at)
    SELECT ${roomId}, n, ${offeringId}, md5(${code} || n), 1, '', 'web', CASE WHEN n % 4 = 0 THEN 'en' ELSE 'it' END,
           CASE WHEN n <= 2 THEN 'program' WHEN n % 3 = 0 THEN 'computer' ELSE 'phone' END,
           '2026-11-20T17:00Z'::timestamptz + n * make_interval(secs => 3599.0 / ${people}::int),
           CASE WHEN (n * 7) % ${people}::int < ${seats}::int THEN 'booked' WHEN ${live} THEN 'waiting' ELSE 'over' END,
           CASE WHEN (n * 7) % ${people}::int < ${seats}::int OR NOT ${live} THEN '2026-11-20T18:30Z'::timestamptz END
    FROM generate_series(1, ${people}::int) AS n`.execute(db);
  await sql`
    INSERT INTO draw (room_id, rules, commitment, seed_cipher, public_key, announced_at, announced_signature, unmixed_reason, list, list_root,
                      listed, closed_at, closed_signature, seed, drawn_at, drawn_signature, places)
    VALUES (${roomId}, '{}', ${zeros}, '', ${zeros}, '2026-11-01T00:00Z', '', 'prova', '', ${zeros},
            ${people}, '2026-11-20T18:00Z', '', ${zeros}, '2026-11-20T18:00Z', '',
            ARRAY(SELECT n FROM generate_series(1, ${people}::int) AS n ORDER BY (n * 7) % ${people}::int, n))`.execute(
    db,
  );
  return roomId;
}
