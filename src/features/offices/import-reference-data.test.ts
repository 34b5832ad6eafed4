import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool, type Db } from '#platform/database.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { importReferenceData } from './import-reference-data.ts';

const now = Temporal.Instant.from('2026-11-22T08:00:00Z');

describe('the data shipped with the product', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let db: Db;

  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.url, { max: 2, name: 'test', onError: () => undefined });
    db = createDb(pool);
    await db.transaction().execute((tx) => importReferenceData(tx, { now }));
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  async function count(what: string): Promise<number> {
    const answer = await pool.query<{ count: string }>(`SELECT count(*) FROM ${what}`);
    return Number(answer.rows[0]?.count);
  }

  async function importAgain(): Promise<boolean> {
    const { imported } = await db.transaction().execute((tx) => importReferenceData(tx, { now }));
    return imported;
  }

  const forget = () => pool.query("UPDATE data_import SET hash = 'older files'");

  it('knows every municipality and gives each one registry office', async () => {
    expect(await count('municipality WHERE active')).toBe(7894);
    expect(await count("office WHERE kind = 'municipal'")).toBe(7894);
    expect(
      await count('municipality m WHERE NOT EXISTS (SELECT FROM office o WHERE o.municipality_code = m.code)'),
    ).toBe(0);
    expect(
      await count("office WHERE code = 'comune-h501-anagrafe' AND name ->> 'it' = 'Anagrafe – Comune di Roma'"),
    ).toBe(1);
  });

  it('knows every consular office, with its country and what it serves', async () => {
    expect(await count("office WHERE kind = 'consular'")).toBe(210);
    expect(await count("office WHERE code IN ('cons-london', 'amb-tirana', 'cons-manchester')")).toBe(3);
    expect(await count("office WHERE kind = 'consular' AND jurisdiction IS NULL")).toBe(0);
    expect(
      await count(
        "consular_territory t JOIN office o ON o.id = t.office_id WHERE o.code = 'cons-london' AND t.country = 'GB'",
      ),
    ).toBe(1);
  });

  it('invents no contact and shows no old address as current', async () => {
    expect(
      await count('office WHERE address IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL OR website IS NOT NULL'),
    ).toBe(0);
    const text = await pool.query<{ all: string }>(
      "SELECT string_agg(o::text, '') AS all FROM office o WHERE kind = 'consular'",
    );
    expect(text.rows[0]?.all).not.toMatch(/FARRINGDON|RECONQUISTA|indirizzo/i);
  });

  it('says what it could not verify about an office', async () => {
    expect(
      await count(
        "office WHERE code = 'cons-vitoria' AND remark ->> 'it' LIKE '%verificare%' AND remark ->> 'en' IS NOT NULL",
      ),
    ).toBe(1);
  });

  it('gives every office a time zone the calendar knows', async () => {
    const zones = await pool.query<{ time_zone: string }>('SELECT DISTINCT time_zone FROM office');
    for (const { time_zone: zone } of zones.rows) expect(() => now.toZonedDateTimeISO(zone)).not.toThrow();
    expect(zones.rows.length).toBeGreaterThan(100);
  });

  it('writes every name in Italian and in English', async () => {
    for (const table of ['office', 'service', 'country', 'holiday', 'consular_territory']) {
      expect(await count(`${table} WHERE coalesce(name ->> 'it', '') = '' OR coalesce(name ->> 'en', '') = ''`)).toBe(
        0,
      );
    }
  });

  it('speaks German in Alto Adige, French in Valle d’Aosta and Slovene in the municipalities that do', async () => {
    const languages = (municipality: string) =>
      pool
        .query<{ languages: string[] }>('SELECT languages FROM office WHERE municipality_code = $1', [municipality])
        .then((answer) => answer.rows[0]?.languages);
    expect(await languages('A952')).toEqual(['it', 'de']);
    expect(await languages('A326')).toEqual(['it', 'fr']);
    expect(await languages('L424')).toEqual(['it', 'sl']);
    expect(await languages('H501')).toEqual(['it']);
  });

  it('suggests the holidays of Italy, of patron saints and of the countries of the consular offices', async () => {
    expect(await count("holiday WHERE country = 'IT' AND scope = 'national' AND day = '2026-10-04'")).toBe(1);
    expect(await count("holiday WHERE country = 'IT' AND scope = 'MI' AND day = '2027-12-07'")).toBe(1);
    expect(await count("holiday WHERE country = 'GB' AND day = '2027-01-01' AND name ->> 'it' = 'Capodanno'")).toBe(1);
    const countries = await count(
      "(SELECT DISTINCT country FROM office WHERE kind = 'consular' AND country IN (SELECT country FROM holiday)) c",
    );
    expect(countries).toBeGreaterThan(125);
  });

  it('offers the five services for booking and lists the others', async () => {
    const services = await pool.query<{ code: string; bookable: boolean }>(
      'SELECT code, bookable FROM service ORDER BY position',
    );
    expect(services.rows.filter((row) => row.bookable).map((row) => row.code)).toEqual([
      'cie',
      'passport',
      'driving-licence',
      'aire-registration',
      'aire-address-change',
    ]);
    expect(services.rows.length).toBeGreaterThan(18);
  });

  it('does nothing when the files are the same as last time', async () => {
    const before = performance.now();
    expect(await importAgain()).toBe(false);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('imports changed files without writing twice', async () => {
    const before = await count('holiday');
    await forget();
    expect(await importAgain()).toBe(true);
    expect(await count('office')).toBe(7894 + 210);
    expect(await count('holiday')).toBe(before);
  });

  it('keeps what an office or an administrator wrote, and renews the rest', async () => {
    await pool.query(`UPDATE office SET address = 'Via Esempio 1', email = 'sede@consolato.example', name = '{"it": "Nome scelto", "en": "Chosen name"}', lat = 1
                      WHERE code = 'cons-paris'`);
    // As if the last data had said something else of Lyon, and nobody had edited it.
    await pool.query(`UPDATE office SET name = '{"it": "Vecchio", "en": "Old"}', reference = jsonb_set(reference, '{name}', '{"it": "Vecchio", "en": "Old"}')
                      WHERE code = 'cons-lyon'`);
    await pool.query(`UPDATE service SET summary = '{"it": "Testo nostro", "en": "Our text"}' WHERE code = 'passport'`);
    await pool.query("DELETE FROM holiday WHERE country = 'FR'");
    await forget();
    await importAgain();

    const offices = await sql<{
      code: string;
      name: { it: string };
      address: string | null;
      email: string | null;
      lat: number;
    }>`
      SELECT code, name, address, email, lat FROM office WHERE code IN ('cons-paris', 'cons-lyon') ORDER BY code`.execute(
      db,
    );
    expect(offices.rows[1]).toMatchObject({
      address: 'Via Esempio 1',
      email: 'sede@consolato.example',
      name: { it: 'Nome scelto' },
      lat: 1,
    });
    expect(offices.rows[0]).toMatchObject({ name: { it: "Consolato Generale d'Italia a Lione" } });
    expect(
      await count(
        "service WHERE code = 'passport' AND summary ->> 'it' = 'Testo nostro' AND name ->> 'it' = 'Passaporto'",
      ),
    ).toBe(1);
    expect(await count("holiday WHERE country = 'FR'")).toBeGreaterThan(0);
  });

  it('keeps nothing of an import that fails half way, and the next one completes it', async () => {
    await forget();
    await pool.query("DELETE FROM holiday WHERE country = 'JP'");
    await expect(
      db.transaction().execute(async (tx) => {
        await importReferenceData(tx, { now });
        throw new Error('the power went off');
      }),
    ).rejects.toThrow('power');
    expect(await count("holiday WHERE country = 'JP'")).toBe(0);
    expect(await importAgain()).toBe(true);
    expect(await count("holiday WHERE country = 'JP'")).toBeGreaterThan(0);
  });

  it('keeps a municipality that no longer exists, out of use', async () => {
    await pool.query(`INSERT INTO municipality (code, istat, name, province_code, province, region, search)
                      VALUES ('X999', '999999', 'Comune soppresso', 'PV', 'Pavia', 'Lombardia', 'comune soppresso')`);
    await forget();
    await importAgain();
    expect(await count("municipality WHERE code = 'X999' AND NOT active")).toBe(1);
  });
});
