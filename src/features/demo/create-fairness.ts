import { sql } from 'kysely';
import { measureFairness } from '#features/fairness/index.ts';
import type { Deps } from '#platform/deps.ts';

/** How the invented crowd of the demo came: 1,240 people for 60 seats, drawn at the opening. */
const crowd = { people: 1_240, late: 180, booked: 52, lapsed: 8, left: 74, seats: 60 } as const;

/** A release in London that is over, with its report published. Its room is closed for long: nobody queues today. */
export async function createFairness(deps: Pick<Deps, 'db' | 'clock' | 'log'>): Promise<void> {
  const { db } = deps;
  const now = deps.clock.now();
  const day = now.toZonedDateTimeISO('Europe/London').toPlainDate().subtract({ days: 9 });
  const opensAt = day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '19:00' }).toInstant();
  const code = `batch-demo-${day.toString()}`;
  const { rows } = await sql<{ roomId: number; offeringId: number }>`
    WITH of_planner AS (
      SELECT p.id, p.office_id, po.offering_id FROM planner p JOIN office o ON o.id = p.office_id
      JOIN planner_offering po ON po.planner_id = p.id JOIN offering f ON f.id = po.offering_id
      WHERE o.code = 'cons-london' AND p.published ORDER BY (f.service_code = 'driving-licence') DESC, p.id LIMIT 1
    ), made AS (
      INSERT INTO release (code, planner_id, kind, opens_at, last_opens_at, first_day, last_day, seats, sold_out_at, created_at)
      SELECT ${code}, id, 'batch', ${opensAt}, ${opensAt}, ${day.add({ days: 8 })}, ${day.add({ days: 8 })}, ${crowd.seats},
             ${opensAt.add({ minutes: 24 })}, ${opensAt.subtract({ hours: 48 })} FROM of_planner RETURNING id
    ), waited AS (
      INSERT INTO room (code, office_id, release_id, cause, ordering, state, joins_at, closes_at, opens_at, last_number, drawn,
                        admitted_through, created_at, ended_at, outcome)
      SELECT ${code}, of_planner.office_id, made.id, 'planned', 'first-come', 'ended', ${opensAt.subtract({ minutes: 30 })}, ${opensAt}, ${opensAt},
             ${crowd.people}, ${crowd.people - crowd.late}, ${crowd.booked + crowd.lapsed}, ${opensAt.subtract({ hours: 48 })},
             ${opensAt.add({ minutes: 24 })}, 'sold-out' FROM of_planner, made RETURNING id
    ), over_planner AS (
      INSERT INTO room_planner SELECT waited.id, of_planner.id FROM waited, of_planner
    )
    SELECT waited.id AS "roomId", of_planner.offering_id AS "offeringId" FROM waited, of_planner`.execute(db);
  const [room] = rows;
  if (room === undefined) return;
  await join(deps, { ...room, opensAt });
  await measureFairness(deps);
  // The crowd's order was never drawn for the public to check, so its link with arrival is worked out here, by the same measure.
  await sql`
    UPDATE fairness_report SET published_at = ${now.subtract({ hours: 24 * 7 })},
      published_by = (SELECT account_id FROM account_role WHERE role = 'network-admin' LIMIT 1),
      correlation = (SELECT corr(number::float8, place::float8) FROM (
        SELECT number, row_number() OVER (ORDER BY md5(number::text)) AS place FROM ticket
        WHERE room_id = ${room.roomId} AND number <= ${crowd.people - crowd.late}) AS drawn)
    WHERE code = ${code}`.execute(db);
  await sql`DELETE FROM ticket WHERE room_id = ${room.roomId}`.execute(db);
}

/** The tickets: spread by hashes of their numbers, so that the demo is always the same. */
async function join(
  { db }: Pick<Deps, 'db'>,
  { roomId, offeringId, opensAt }: { roomId: number; offeringId: number; opensAt: Temporal.Instant },
): Promise<void> {
  const drawn = crowd.people - crowd.late;
  await sql`
    INSERT INTO ticket (room_id, number, offering_id, pseudonym, party, people_cipher, channel, language, device, joined_at, state, settled_at)
    SELECT ${roomId}, t.n, ${offeringId}, md5('fairness' || t.n), CASE WHEN t.b < 10 THEN 2 WHEN t.b < 14 THEN 3 ELSE 1 END, '',
           CASE WHEN t.a < 93 THEN 'web' WHEN t.a < 97 THEN 'phone' ELSE 'desk' END,
           CASE WHEN t.b < 68 THEN 'it' WHEN t.b < 92 THEN 'en' WHEN t.b < 97 THEN 'pt' ELSE 'es' END,
           CASE WHEN t.a >= 93 THEN 'none' WHEN t.c < 71 THEN 'phone' WHEN t.c < 95 THEN 'computer' ELSE 'tablet' END,
           CASE WHEN t.n > ${drawn} THEN ${opensAt}::timestamptz + (t.n - ${drawn}) * interval '6 seconds'
                ELSE ${opensAt.subtract({ minutes: 30 })}::timestamptz + (t.n::float8 / ${drawn}) * interval '1799 seconds' END,
           t.state, CASE t.state WHEN 'booked' THEN ${opensAt}::timestamptz + t.place * interval '20 seconds' WHEN 'left' THEN ${opensAt}::timestamptz + t.a * interval '8 seconds'
                      ELSE ${opensAt.add({ minutes: 24 })}::timestamptz END
    FROM (
      SELECT p.*, ('x' || substr(h, 1, 4))::bit(16)::int % 100 AS a, ('x' || substr(h, 5, 4))::bit(16)::int % 100 AS b,
             ('x' || substr(h, 9, 4))::bit(16)::int % 100 AS c,
             CASE WHEN p.n > ${drawn} THEN 'over' WHEN p.place <= ${crowd.booked} THEN 'booked' WHEN p.place <= ${crowd.booked + crowd.lapsed} THEN 'lapsed'
                  WHEN p.place <= ${crowd.booked + crowd.lapsed + crowd.left} THEN 'left' ELSE 'over' END AS state
      FROM (SELECT n, md5('who' || n) AS h, row_number() OVER (ORDER BY n > ${drawn}, md5(n::text))::int AS place
            FROM generate_series(1, ${crowd.people}::int) AS n) AS p
    ) AS t`.execute(db);
}
