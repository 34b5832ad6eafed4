import type pg from 'pg';

/** Days ahead with slots, and slots of a day: with some 7,900 offices that makes twenty million. */
const workingDays = 65;
const slotsOfDay = 39;

/**
 * Identity cards at every municipal office of the country: a planner each, open from Monday to Friday for thirteen weeks, one
 * seat every ten minutes. Day after day, as a rolling horizon makes them. Three offices of ten are sold out, but for the day
 * that is made beyond the horizon and not open yet; the others have their first seat after one to forty-five days, and from
 * then on one seat of ten. Answers with the number of slots in the table.
 */
export async function seedFirstDates(sql: pg.Pool): Promise<number> {
  const client = await sql.connect();
  try {
    await client.query(`SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`);
    await makePlanners(client);
    await client.query('ALTER TABLE slot DROP CONSTRAINT slot_once, DROP CONSTRAINT slot_planner_id_fkey');
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      `SELECT indexname AS name, indexdef AS made FROM pg_indexes
       WHERE schemaname = 'public' AND tablename = 'slot' AND indexname <> 'slot_pkey'`,
    );
    for (const { name } of indexes) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
    await makeSlots(client);
    await client.query('ALTER TABLE slot ADD CONSTRAINT slot_once UNIQUE (planner_id, starts_at)');
    for (const { made } of indexes) await client.query(made);
    await client.query(
      'ALTER TABLE slot ADD CONSTRAINT slot_planner_id_fkey FOREIGN KEY (planner_id) REFERENCES planner (id) NOT VALID',
    );
    for (const table of ['slot', 'planner', 'planner_offering', 'offering', 'office'])
      await client.query(`VACUUM ANALYZE ${table}`);
    const { rows } = await client.query<{ slots: number }>('SELECT count(*)::int AS slots FROM slot');
    return rows[0]?.slots ?? 0;
  } finally {
    client.release(true);
  }
}

async function makePlanners(client: pg.PoolClient): Promise<void> {
  await client.query(`
    INSERT INTO offering (office_id, service_code, codice_fiscale, birth_date)
    SELECT id, 'cie', 'required', 'not-asked' FROM office WHERE kind = 'municipal' AND active ON CONFLICT DO NOTHING`);
  await client.query(`
    WITH made AS (
      INSERT INTO planner (office_id, name, published, published_through, published_rules, horizon_days, updated_at)
      SELECT office_id, 'Lists of first dates', true, current_date + 92, '[]', 90, now()
      FROM offering WHERE service_code = 'cie'
        AND NOT EXISTS (SELECT FROM planner_offering po WHERE po.offering_id = offering.id)
        AND office_id IN (SELECT id FROM office WHERE kind = 'municipal' AND active)
      RETURNING id, office_id)
    INSERT INTO planner_offering (planner_id, offering_id)
    SELECT made.id, o.id FROM made JOIN offering o ON o.office_id = made.office_id AND o.service_code = 'cie'`);
}

async function makeSlots(client: pg.PoolClient): Promise<void> {
  await client.query(
    `WITH day AS (
       SELECT d::date AS day, row_number() OVER (ORDER BY d) AS number
       FROM generate_series(current_date + 1, current_date + 120, interval '1 day') d
       WHERE extract(isodow FROM d) < 6 ORDER BY d LIMIT $1
     ), desk AS (
       SELECT id, id * 7 % 10 < 3 AS sold_out, 1 + id * 31 % 45 AS first FROM planner WHERE name = 'Lists of first dates'
     )
     INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity, taken)
     SELECT desk.id, start, start + interval '10 minutes', day.day,
            CASE WHEN day.number = $1 THEN now() + interval '1 year' ELSE now() - interval '1 year' END, 1, 1,
            CASE WHEN day.number = $1 THEN 0
                 WHEN sold_out OR day.number < first OR (desk.id + day.number * 13 + g * 3) % 10 <> 0 THEN 1 ELSE 0 END
     FROM day CROSS JOIN desk CROSS JOIN generate_series(0, $2 - 1) g
     CROSS JOIN LATERAL (SELECT (day.day + time '08:30') AT TIME ZONE 'Europe/Rome' + g * interval '10 minutes' AS start) s
     ORDER BY day.day, desk.id, g`,
    [workingDays, slotsOfDay],
  );
}
