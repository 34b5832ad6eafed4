import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export interface BuiltOffice {
  readonly officeId: number;
  readonly officeCode: string;
  readonly offeringId: number;
  readonly plannerId: number;
  /** in the order of their starts */
  readonly slots: readonly string[];
}

export interface OfficeWish {
  code?: string;
  kind?: 'consular' | 'municipal';
  zone?: string;
  service?: string;
  /** first start; the others follow without a gap */
  from?: string;
  slots?: number;
  minutes?: number;
  capacity?: number;
  partyMax?: number;
  opensAt?: string;
}

let made = 0;

/** An office with one service, one published planner and some consecutive slots, written straight into the tables. */
export async function buildOffice(db: Db, wish: OfficeWish = {}): Promise<BuiltOffice> {
  made += 1;
  const officeCode = wish.code ?? `cons-test-${made}`;
  const service = wish.service ?? 'passport';
  const zone = wish.zone ?? 'Europe/London';
  const at = '2026-11-01T00:00:00Z';
  const text = (it: string) => JSON.stringify({ it, en: it });
  await sql`INSERT INTO country (code, name) VALUES ('GB', ${text('Regno Unito')}) ON CONFLICT DO NOTHING`.execute(db);
  await sql`
    INSERT INTO service (code, kinds, name, summary, instructions, documents, bookable, position)
    VALUES (${service}, '{consular,municipal}', ${text(service)}, ${text('—')}, '{}', '{}', true, 1) ON CONFLICT DO NOTHING`.execute(
    db,
  );
  const office = await sql<{ id: number }>`
    INSERT INTO office (code, kind, name, city, country, time_zone, languages, search, updated_at)
    VALUES (${officeCode}, ${wish.kind ?? 'consular'}, ${text(officeCode)}, ${text('Londra')}, 'GB', ${zone}, '{it,en}', ${officeCode}, ${at})
    RETURNING id`.execute(db);
  const officeId = only(office.rows).id;
  const offering = await sql<{ id: number }>`
    INSERT INTO offering (office_id, service_code, party_max) VALUES (${officeId}, ${service}, ${wish.partyMax ?? 5}) RETURNING id`.execute(
    db,
  );
  const offeringId = only(offering.rows).id;
  const planner = await sql<{ id: number }>`
    INSERT INTO planner (office_id, name, published, updated_at) VALUES (${officeId}, 'Prova', true, ${at}) RETURNING id`.execute(
    db,
  );
  const plannerId = only(planner.rows).id;
  await sql`INSERT INTO planner_offering VALUES (${plannerId}, ${offeringId})`.execute(db);
  const slots = await sql<{ id: string }>`
    INSERT INTO slot (planner_id, starts_at, ends_at, day, opens_at, planned, capacity)
    SELECT ${plannerId}, s, s + make_interval(mins => ${wish.minutes ?? 20}), (s AT TIME ZONE ${zone})::date,
           ${wish.opensAt ?? at}::timestamptz, ${wish.capacity ?? 1}, ${wish.capacity ?? 1}
    FROM generate_series(0, ${(wish.slots ?? 1) - 1}) AS g,
    LATERAL (SELECT ${wish.from ?? '2027-01-14T09:00:00Z'}::timestamptz + g * make_interval(mins => ${wish.minutes ?? 20}) AS s) AS x
    ORDER BY s RETURNING id`.execute(db);
  return { officeId, officeCode, offeringId, plannerId, slots: slots.rows.map((row) => row.id) };
}

/** An account that has proved its address; answers with its id. */
export async function buildAccount(db: Db, email: string, more: { personKey?: Buffer } = {}): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO account (email, email_verified_at, given_name, family_name, birth_date, person_key, created_at)
    VALUES (${email}, '2026-11-01', 'Ada', 'Prova', '1980-05-05', ${more.personKey ?? null}, '2026-11-01') RETURNING id`.execute(
    db,
  );
  return only(rows).id;
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error('expected one row');
  return row;
}
