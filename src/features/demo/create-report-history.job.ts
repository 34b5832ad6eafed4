import { sql } from 'kysely';
import { addUpAreas, countMonths, publishMonths } from '#features/reports/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';

/** Two quarters, so that each period has one before it to be compared with. */
const days = 200;

/**
 * Invented figures of the months before the demo was made, so that its reports show something: counts by day only, as they
 * would be left after the appointments themselves were deleted. Chance comes from names and days: always the same. The
 * worker makes them, so that nobody waits for them at the first start; made again they stay as they are.
 */
export async function createReportHistory(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const today = clock.now().toZonedDateTimeISO('Europe/Rome').toPlainDate();
  const past = { from: today.subtract({ days }), to: today.subtract({ days: 2 }) };
  await transact(db, async (tx) => {
    await createSeats(tx, past);
    await createHours(tx, past);
    await createDays(tx, past);
    await createSamples(tx, past);
    await createSpreads(tx, past);
    const places = await tx.selectFrom('report_place').select('id').where('office_id', 'is not', null).execute();
    const months = Array.from({ length: 9 }, (_, index) =>
      today.with({ day: 1 }).subtract({ months: index }).toString(),
    );
    await countMonths(tx, { placeIds: places.map(({ id }) => id), months });
    await sql`INSERT INTO report_changed_day SELECT DISTINCT day FROM report_day ON CONFLICT DO NOTHING`.execute(tx);
    return { ok: true };
  });
  while ((await addUpAreas(deps)) > 0);
  await publishMonths(deps);
}

interface Past {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** 0 to 99, as if by chance. */
const chance = (words: ReturnType<typeof sql>) => sql`(abs(hashtext(${words})::bigint) % 100)`;

async function createSeats(tx: Tx, { from, to }: Past): Promise<void> {
  await sql`INSERT INTO report_place (office_id) SELECT DISTINCT office_id FROM bookable_offering ON CONFLICT DO NOTHING`.execute(
    tx,
  );
  await sql`
    INSERT INTO report_seats (place_id, day, hour, services, offered, taken)
    SELECT p.id, d::date, hour, s.services, base.seats,
           least(base.seats, greatest(0, round(base.seats * (fullness.share + (${chance(sql`o.code || d::text || hour`)} - 50) / 250.0))))::int
    FROM report_place p JOIN office o ON o.id = p.office_id
    CROSS JOIN LATERAL (SELECT array_agg(b.service_code ORDER BY b.service_code) AS services FROM bookable_offering b WHERE b.office_id = o.id) AS s
    CROSS JOIN LATERAL (SELECT 6 + ${chance(sql`o.code`)} % 9 AS seats) AS base
    CROSS JOIN generate_series(${from}::date, ${to}::date, interval '1 day') AS d
    CROSS JOIN unnest(ARRAY[9, 10, 11, 12, 14, 15]) AS hour
    CROSS JOIN LATERAL (SELECT (CASE hour WHEN 9 THEN 0.97 WHEN 10 THEN 0.93 WHEN 11 THEN 0.86 WHEN 12 THEN 0.66 ELSE 0.52 END
      - CASE extract(isodow FROM d)::int WHEN 5 THEN 0.14 WHEN 1 THEN -0.02 ELSE 0.05 END
      + (d::date - ${from}::date) * 0.0004 - ${chance(sql`o.name::text`)} / 500.0) AS share) AS fullness
    WHERE extract(isodow FROM d) < 6 AND (hour < 14 OR extract(isodow FROM d) IN (2, 4))
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Appointments not cancelled, each service with its share of the seats that were taken; one in ten stays away. */
async function createHours(tx: Tx, { from, to }: Past): Promise<void> {
  await sql`
    INSERT INTO report_hour (place_id, day, hour, service_code, appointments, served, absent)
    SELECT place_id, day, hour, service, held, held - missed, missed
    FROM report_seats s CROSS JOIN LATERAL unnest(s.services) WITH ORDINALITY AS u (service, n)
    CROSS JOIN LATERAL (SELECT (s.taken / cardinality(s.services)
      + (u.n <= s.taken % cardinality(s.services))::int) AS held) AS h
    CROSS JOIN LATERAL (SELECT (${chance(sql`place_id || day::text || hour || service`)} < held * 9)::int AS missed) AS m
    WHERE held > 0 AND s.day BETWEEN ${from} AND ${to}
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Most people book on the site; the desk and the telephone take the rest. */
async function createDays(tx: Tx, { from, to }: Past): Promise<void> {
  await sql`
    INSERT INTO report_day (place_id, day, service_code, channel, made, appointments, people, confirmed, cancelled_citizen,
      cancelled_office, cancelled_unconfirmed, served, absent)
    SELECT place_id, day, service_code, channel, held + lost + late, held + lost + late + closed, ceil((held + lost + late + closed) * 1.2),
           held, lost, closed, late, held - away, away
    FROM (SELECT place_id, day, service_code, sum(appointments)::int AS n, sum(absent)::int AS absent
          FROM report_hour WHERE day BETWEEN ${from} AND ${to} GROUP BY 1, 2, 3) AS h
    CROSS JOIN LATERAL (VALUES ('web', n - n / 6 - n / 10), ('desk', n / 6), ('phone', n / 10)) AS c (channel, held)
    CROSS JOIN LATERAL (SELECT CASE channel WHEN 'web' THEN least(h.absent, held) ELSE 0 END AS away,
      (channel = 'web' AND ${chance(sql`day::text || place_id || service_code`)} < held * 14)::int AS lost,
      (channel = 'web' AND ${chance(sql`place_id || service_code || day`)} < held * 9)::int AS late,
      (channel = 'phone' AND held > 0 AND ${chance(sql`service_code || day || place_id`)} < 12)::int AS closed) AS x
    WHERE held > 0
    ON CONFLICT DO NOTHING`.execute(tx);
}

async function createSamples(tx: Tx, { from, to }: Past): Promise<void> {
  await sql`
    INSERT INTO report_sample (place_id, day, hour, service_code, samples, days, without)
    SELECT p.id, d::date, hour, b.service_code, 1, CASE WHEN none THEN 0 ELSE wait END, none::int
    FROM report_place p JOIN bookable_offering b ON b.office_id = p.office_id
    CROSS JOIN generate_series(${from}::date, ${to}::date, interval '1 day') AS d CROSS JOIN unnest(ARRAY[9, 12, 16]) AS hour
    CROSS JOIN LATERAL (SELECT ${chance(sql`b.service_code || p.id || d || hour`)} < 3 AS none,
      greatest(1, round(4 + ${chance(sql`p.id || b.service_code`)} / 4.0 + 5 * sin((d::date - ${from}::date) / 19.0)
        - (hour = 9)::int * 2 + ${chance(sql`d || b.service_code || hour`)} / 30.0))::int AS wait) AS w
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** How long before people booked; how long the lists and the clearances were. */
async function createSpreads(tx: Tx, { from, to }: Past): Promise<void> {
  await sql`
    INSERT INTO report_spread (place_id, day, figure, service_code, amounts, counts)
    SELECT place_id, day, 'lead-days', service_code, array_agg(lead ORDER BY lead), array_agg(times ORDER BY lead)
    FROM (SELECT place_id, day, service_code, lead, count(*)::int AS times
          FROM (SELECT place_id, day, service_code, sum(served + absent)::int AS n FROM report_day WHERE day BETWEEN ${from} AND ${to} GROUP BY 1, 2, 3) AS d
          CROSS JOIN generate_series(1, n) AS one
          CROSS JOIN LATERAL (SELECT (ARRAY[0, 1, 3, 5, 7, 9, 12, 16, 16, 21, 24, 29, 35, 44, 58, 75])[1 + ${chance(sql`day::text || place_id || service_code || one`)} % 16] AS lead) AS x
          GROUP BY 1, 2, 3, 4) AS often
    GROUP BY place_id, day, service_code
    UNION ALL
    SELECT place_id, day, 'waiting-days', s.service_code, ARRAY[2, 9, 21], ARRAY[1 + ${chance(sql`s.day::text`)} % 4, 2, 1]
    FROM report_sample s JOIN report_place p ON p.id = s.place_id
    JOIN offering f ON f.office_id = p.office_id AND f.service_code = s.service_code AND f.waiting_list
    WHERE s.hour = 16 AND s.day BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT place_id, day, figure, s.service_code, ARRAY[3, 8], ARRAY[1 + ${chance(sql`s.day || figure`)} % 3, 1]
    FROM report_sample s JOIN report_place p ON p.id = s.place_id
    JOIN offering f ON f.office_id = p.office_id AND f.service_code = s.service_code AND f.clearance = 'required'
    CROSS JOIN unnest(ARRAY['clearance-open-days', 'clearance-granted-days']) AS figure
    WHERE s.hour = 16 AND s.day BETWEEN ${from} AND ${to} AND (figure = 'clearance-open-days' OR extract(isodow FROM day) IN (2, 4))
    ON CONFLICT DO NOTHING`.execute(tx);
}
