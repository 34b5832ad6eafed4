import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import { firstTimes } from './first-free.query.ts';

/** Where offices are looked for. */
export type Area =
  /** municipal offices so far from a place as the crow flies */
  | { readonly kind: 'around'; readonly lat: number; readonly lon: number; readonly withinKm: number }
  | { readonly kind: 'province'; readonly province: string; readonly lat: number; readonly lon: number }
  /** consular offices of a country; by their distance from a town of it where it is known */
  | { readonly kind: 'abroad'; readonly country: string; readonly lat: number | null; readonly lon: number | null };

/** An office of an area: whether it takes bookings for the service, the first free time, and how far it is. */
export interface OfficeAround {
  readonly officeId: number;
  /** null: it takes no bookings for the service here */
  readonly offeringId: number | null;
  readonly inviteOnly: boolean;
  readonly municipality: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** as the crow flies */
  readonly km: number | null;
  /** null: no seat is free now, or it books by invitation alone */
  readonly date: Temporal.PlainDate | null;
  readonly startsAt: Temporal.Instant | null;
}

const mostOffices = 2_000;

/**
 * Every office of an area with the first time it has free for a service, the nearest first, in one statement (ADR 0024). A
 * box of degrees comes first, which the index of places finds.
 */
export async function firstFreeAround(
  db: Db | Tx,
  request: { service: string; area: Area; now: Temporal.Instant },
): Promise<OfficeAround[]> {
  const { service, area, now } = request;
  const { rows } = await sql<OfficeAround>`
    WITH near AS MATERIALIZED (
      SELECT * FROM (
        SELECT office.id, office.municipality_code, office.lat, office.lon, office.time_zone, ${distance(area)} AS km
        FROM office WHERE office.active AND ${lies(area)}) AS boxed
      ${area.kind === 'around' ? sql`WHERE km <= ${area.withinKm}::float8` : sql``}
      ORDER BY km, id LIMIT ${mostOffices}
    ), ${firstTimes({ offices: sql`near`, which: sql`o.service_code = ${service}`, atDesk: false, now })}
    SELECT near.id AS "officeId", near.municipality_code AS municipality, near.lat, near.lon, near.km, offered.id AS "offeringId",
           coalesce(offered.invite_only, false) AS "inviteOnly", first_time.day AS date, first_time.starts_at AS "startsAt"
    FROM near
    LEFT JOIN (SELECT DISTINCT id, office_id, invite_only FROM served) AS offered ON offered.office_id = near.id
    LEFT JOIN first_time ON first_time.id = offered.id
    ORDER BY near.km, near.id`.execute(db);
  return rows;
}

function lies(area: Area): RawBuilder<boolean> {
  switch (area.kind) {
    case 'province':
      return sql`office.kind = 'municipal' AND office.province_code = ${area.province}`;
    case 'abroad':
      return sql`office.kind = 'consular' AND office.country = ${area.country}`;
    case 'around': {
      // Italy is far from the poles and from the line where degrees begin again.
      const lat = area.withinKm / 110;
      const lon = area.withinKm / (110 * Math.max(0.01, Math.cos((area.lat * Math.PI) / 180)));
      return sql`office.kind = 'municipal' AND office.lat BETWEEN ${area.lat - lat}::float8 AND ${area.lat + lat}::float8
        AND office.lon BETWEEN ${area.lon - lon}::float8 AND ${area.lon + lon}::float8`;
    }
  }
}

/** Great-circle distance in kilometres. */
function distance({ lat, lon }: Area): RawBuilder<number | null> {
  return sql`(2 * 6371 * asin(least(1, sqrt(
    power(sin(radians(office.lat - ${lat}::float8) / 2), 2)
    + cos(radians(${lat}::float8)) * cos(radians(office.lat)) * power(sin(radians(office.lon - ${lon}::float8) / 2), 2)))))`;
}
