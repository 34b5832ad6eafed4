import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testClock } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { createDb, createPool } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { createLog } from '#platform/log.ts';
import { createSecrets } from '#platform/secrets.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { seatFaults } from '#features/booking/index.ts';
import { checkCodiceFiscale } from '#features/identity/index.ts';
import { importReferenceData } from '#features/offices/index.ts';
import { inventedPerson } from './create-invented-person.ts';
import { createDemo } from './create-demo.ts';
import { createReportHistory } from './create-report-history.job.ts';
import { demoPeople } from './create-people.ts';

describe('the demo set', () => {
  const clock = testClock('2026-11-23T07:00:00Z');
  let database: TestDatabase;
  let pool: pg.Pool;
  let deps: Deps;

  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.url, { max: 4, name: 'test', onError: () => undefined });
    const config = readConfig({
      DATABASE_URL: database.url,
      TURNO_DEMO: 'on',
      TURNO_DEMO_CITIZENS: '50',
      TURNO_LOG: 'silent',
    });
    const secrets = createSecrets('a secret of the tests, long enough');
    deps = { config, db: createDb(pool), pool, clock, secrets, log: createLog(config, 'test') };
    await deps.db.transaction().execute((tx) => importReferenceData(tx, { now: clock.now() }));
    await createDemo(deps);
    await createReportHistory(deps);
  });
  afterAll(async () => {
    await deps.db.destroy();
    await database.close();
  });

  async function count(what: string): Promise<number> {
    const answer = await pool.query<{ count: string }>(`SELECT count(*) FROM ${what}`);
    return Number(answer.rows[0]?.count);
  }

  const free = (office: string, service: string) => `slot
    JOIN planner_offering USING (planner_id) JOIN offering ON offering.id = offering_id JOIN office ON office.id = office_id
    WHERE office.code = '${office}' AND service_code = '${service}' AND opens_at <= '${clock.now().toString()}' AND starts_at > '${clock.now().toString()}'`;

  it('opens a dozen offices, consular and municipal, in many time zones', async () => {
    expect(await count('(SELECT DISTINCT office_id FROM bookable_offering) b')).toBeGreaterThanOrEqual(12);
    expect(await count('(SELECT DISTINCT time_zone FROM office WHERE demo) z')).toBeGreaterThanOrEqual(9);
    expect(await count('(SELECT DISTINCT service_code FROM bookable_offering) s')).toBe(6);
  });

  it('writes contacts only for its own offices, and only addresses that no mail can reach', async () => {
    expect(await count('office WHERE NOT demo AND (address IS NOT NULL OR email IS NOT NULL)')).toBe(0);
    expect(await count("office WHERE demo AND (email NOT LIKE '%.example' OR website NOT LIKE '%.example')")).toBe(0);
    expect(await count("account WHERE email NOT LIKE '%@demo.example'")).toBe(0);
  });

  it('gives its people codes that agree with their names and births, and roles at their own offices', async () => {
    for (const person of demoPeople) {
      if (person.codiceFiscale !== null)
        expect(checkCodiceFiscale(person.codiceFiscale, person)).toMatchObject({ ok: true });
    }
    expect(demoPeople.filter((person) => person.role === 'citizen').length).toBeGreaterThanOrEqual(8);
    expect(
      await count(
        "account_role JOIN office ON office.id = office_id WHERE role = 'operator' AND code IN ('cons-london', 'comune-h501-anagrafe')",
      ),
    ).toBe(2);
    expect(await count("account_role WHERE role = 'network-admin' AND office_id IS NULL")).toBe(1);
    expect(await count('account WHERE email_verified_at IS NULL OR password_hash IS NULL OR NOT demo')).toBe(0);
  });

  it('has taken no seat without a booking, nor the other way round', async () => {
    expect(await seatFaults(deps.db)).toEqual([]);
    expect(
      await count('booking WHERE party <> (SELECT count(*) FROM booking_person WHERE booking_id = booking.id)'),
    ).toBe(0);
    expect(await count('booking')).toBeGreaterThan(1_000);
  });

  it('has offices where hardly a seat is left', async () => {
    const milano = free('comune-f205-anagrafe', 'cie');
    expect(await count(`${milano} AND taken < capacity`)).toBeLessThan((await count(milano)) / 4);
    expect(await count(`${milano} AND taken < capacity`)).toBeGreaterThan(0);
  });

  it('has room for groups of five on nearly every day of London and Roma', async () => {
    for (const [office, service] of [
      ['cons-london', 'passport'],
      ['comune-h501-anagrafe', 'cie'],
    ] as const) {
      expect(await count(`${free(office, service)} AND capacity - taken >= 5`)).toBe(
        await count(free(office, service)),
      );
    }
  });

  it('has an appointment that its citizen can confirm now, and one that is still far', async () => {
    const own = "booking JOIN account ON account.id = account_id WHERE status = 'booked' AND channel = 'web'";
    const now = clock.now().toString();
    expect(await count(`${own} AND email = 'chiara.sartori@demo.example' AND confirm_opens_at <= '${now}'`)).toBe(1);
    expect(await count(`${own} AND email = 'luca.marchetti@demo.example' AND confirm_opens_at > '${now}'`)).toBe(1);
  });

  it('closes on the holidays of the country', async () => {
    expect(
      await count(
        "slot JOIN planner ON planner.id = planner_id JOIN office ON office.id = office_id WHERE office.code = 'cons-london' AND day = '2026-12-25'",
      ),
    ).toBe(0);
    expect(
      await count(
        "closure JOIN office ON office.id = office_id WHERE office.code = 'comune-f205-anagrafe' AND first_day = '2026-12-07'",
      ),
    ).toBe(1);
  });

  it('has a past that reports can show, of which the parts add up', async () => {
    expect(await count('(SELECT DISTINCT day FROM report_day) d')).toBeGreaterThan(130);
    const wrong = await count('report_day WHERE confirmed <> served + absent AND day < current_date AND served > 0');
    expect(wrong).toBe(0);
    await createReportHistory(deps);
    expect(await count("report_place WHERE kind IS NOT NULL AND area = ''")).toBe(2);
    expect(await count('report_seats WHERE taken > offered')).toBe(0);
  });

  it('is made once, and tops up its citizens when more are asked for', async () => {
    const before = await count('booking');
    expect(await count("account WHERE email LIKE 'citizen-%'")).toBe(50);
    await createDemo({ ...deps, config: { ...deps.config, demoCitizens: 120 } });
    await createDemo({ ...deps, config: { ...deps.config, demoCitizens: 10 } });
    expect(await count("account WHERE email LIKE 'citizen-%'")).toBe(120);
    expect(await count('booking')).toBe(before);
  });
});

describe('invented people', () => {
  it('never share a codice fiscale, and every code agrees with its person', () => {
    const codes = new Set<string>();
    for (let n = 1; n <= 50_000; n += 1) {
      const person = inventedPerson(n);
      codes.add(person.codiceFiscale);
      if (n % 1_000 === 0) expect(checkCodiceFiscale(person.codiceFiscale, person)).toMatchObject({ ok: true });
    }
    expect(codes.size).toBe(50_000);
  });
});
