import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDb, createPool, type Db } from '#platform/database.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { importReferenceData } from './import-reference-data.ts';
import { readOfficeCursor, writeOfficeCursor } from './office-cursor.ts';
import { findOffice, officesInstead } from './office.query.ts';
import { findOffering, listOfferings } from './offering.query.ts';
import { type OfficeSearch, searchOffices } from './search-offices.query.ts';

const now = Temporal.Instant.from('2026-11-22T08:00:00Z');

describe('the search for an office', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let db: Db;

  beforeAll(async () => {
    database = await testDatabase();
    pool = createPool(database.url, { max: 2, name: 'test', onError: () => undefined });
    db = createDb(pool);
    await db.transaction().execute((tx) => importReferenceData(tx, { now }));
    await opens('cons-london', 'passport', true);
    await opens('cons-manchester', 'passport', false);
    await opens('comune-h501-anagrafe', 'cie', true);
    await opens('comune-g224-anagrafe', 'cie', true);
    await pool.query('ANALYZE');
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  async function opens(office: string, service: string, published: boolean): Promise<void> {
    await pool.query(
      `WITH new AS (INSERT INTO offering (office_id, service_code) SELECT id, $2 FROM office WHERE code = $1 RETURNING id, office_id),
       plan AS (INSERT INTO planner (office_id, name, published, updated_at) SELECT office_id, 'Sportello', $3, $4 FROM new RETURNING id)
       INSERT INTO planner_offering (planner_id, offering_id) SELECT plan.id, new.id FROM plan, new`,
      [office, service, published, now],
    );
  }

  async function codes(search: Partial<OfficeSearch>): Promise<string[]> {
    const { items } = await searchOffices(db, { limit: 20, ...search });
    return items.map((item) => item.code);
  }

  it('finds a consulate by its Italian and its English city, without accents or capitals', async () => {
    expect((await codes({ q: 'Londra' }))[0]).toBe('cons-london');
    expect((await codes({ q: 'LONDON' }))[0]).toBe('cons-london');
    expect((await codes({ q: 'Vlore' }))[0]).toBe('cons-vlore');
    expect((await codes({ q: 'zürich' }))[0]).toBe((await codes({ q: 'zurigo' }))[0]);
  });

  it('finds an office by its code and a municipality by its cadastral code', async () => {
    expect(await codes({ q: 'cons-london' })).toEqual(['cons-london']);
    expect((await codes({ q: 'H501' }))[0]).toBe('comune-h501-anagrafe');
  });

  it('finds all consulates of a country, those that take bookings first', async () => {
    const british = await codes({ q: 'Regno Unito' });
    expect(british[0]).toBe('cons-london');
    expect(british).toContain('cons-manchester');
    expect((await codes({ q: 'united kingdom' })).sort()).toEqual(british.sort());
  });

  it('finds the consulate that serves a country which has none', async () => {
    const { items } = await searchOffices(db, { q: 'Andorra', limit: 5 });
    expect(items.length).toBeGreaterThan(0);
  });

  it('puts the very city before those that only begin so, and larger ones first', async () => {
    expect((await codes({ q: 'roma' }))[0]).toBe('comune-h501-anagrafe');
    expect((await codes({ q: 're' }))[0]).toBe('comune-h203-anagrafe');
    expect((await codes({ q: 'forli' }))[0]).toBe('comune-d704-anagrafe');
    expect((await codes({ q: "l'aquila" }))[0]).toBe('comune-a345-anagrafe');
  });

  it('understands a sentence', async () => {
    expect((await codes({ q: 'consolato di Londra' }))[0]).toBe('cons-london');
    expect((await codes({ q: 'anagrafe del comune di Padova' }))[0]).toBe('comune-g224-anagrafe');
  });

  it('lists for a service only the offices that take bookings for it now', async () => {
    expect(await codes({ service: 'passport' })).toEqual(['cons-london']);
    expect(await codes({ service: 'cie' })).toEqual(['comune-h501-anagrafe', 'comune-g224-anagrafe']);
    const { items } = await searchOffices(db, { service: 'cie', province: 'pd', limit: 5 });
    expect(items[0]?.services).toMatchObject([
      { code: 'cie', name: { it: "Carta d'identità elettronica (CIE)", en: 'Electronic identity card (CIE)' } },
    ]);
  });

  it('filters by kind, country, municipality and province', async () => {
    const german = await searchOffices(db, { kind: 'consular', country: 'de', limit: 200 });
    expect(german.items.every((item) => item.country === 'DE')).toBe(true);
    expect(german.total).toBe(german.items.length);
    expect(await codes({ municipality: 'H501' })).toEqual(['comune-h501-anagrafe']);
    expect((await searchOffices(db, { province: 'PD', limit: 1 })).total).toBeGreaterThan(90);
  });

  it('orders by distance from a place', async () => {
    const { items } = await searchOffices(db, { near: { lat: 45.4, lon: 11.87 }, kind: 'municipal', limit: 5 });
    expect(items[0]?.code).toBe('comune-g224-anagrafe');
    expect(items.map((item) => item.km)).toEqual(items.map((item) => item.km).sort((a, b) => Number(a) - Number(b)));
  });

  it('shows every office exactly once, page by page', async () => {
    for (const search of [
      { kind: 'consular' },
      { province: 'TO', near: { lat: 45, lon: 7.6 } },
      { q: 'san' },
    ] as const) {
      const { total } = await searchOffices(db, { ...search, limit: 1 });
      const seen = new Set<string>();
      let cursor: OfficeSearch['cursor'];
      do {
        const page = await searchOffices(db, { ...search, limit: 60, cursor });
        for (const item of page.items) seen.add(item.code);
        cursor = page.nextCursor && readOfficeCursor(writeOfficeCursor(page.nextCursor));
      } while (cursor);
      expect(seen.size).toBe(total);
    }
  });

  it('answers what is not a place with nothing, whatever is written', async () => {
    for (const q of [
      "'; DROP TABLE office; --",
      '<script>alert(1)</script>',
      '%',
      '%%%',
      '\\',
      'Zzyzx',
      'a'.repeat(5_000),
      '\0',
    ]) {
      expect(await codes({ q })).toEqual([]);
    }
  });

  it('reads no cursor that is not one of its own', () => {
    for (const text of [
      '',
      'x',
      '[]',
      writeOfficeCursor([0, 0, 0, 0, '\0', 1]),
      Buffer.from('[1,2]').toString('base64url'),
    ]) {
      expect(readOfficeCursor(text)).toBeUndefined();
    }
  });

  it('names other offices of the country, or the nearest, that take bookings', async () => {
    const manchester = await findOffice(db, 'cons-manchester');
    const rovigo = await findOffice(db, 'comune-h620-anagrafe');
    if (!manchester || !rovigo) throw new Error('the data have lost an office');
    expect((await officesInstead(db, manchester, 5)).map((office) => office.code)).toEqual(['cons-london']);
    expect((await officesInstead(db, rovigo, 5)).map((office) => office.code)).toEqual(['comune-g224-anagrafe']);
  });

  it('tells an offering that can be booked from one without a published planner', async () => {
    const london = await findOffice(db, 'cons-london');
    const manchester = await findOffice(db, 'cons-manchester');
    expect(await findOffering(db, london?.id ?? 0, 'passport')).toMatchObject({
      bookable: true,
      confirmBy: 'citizen',
      partyMax: 1,
    });
    expect(await findOffering(db, london?.id ?? 0, 'cie')).toBeUndefined();
    expect((await listOfferings(db, manchester?.id ?? 0)).map((offering) => offering.bookable)).toEqual([false]);
  });
});
