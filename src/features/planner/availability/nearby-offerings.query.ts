import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';

/** An office that takes bookings for a service, and how far it is. */
export interface NearbyOffering {
  readonly offeringId: number;
  readonly code: string;
  readonly name: LocalText;
  readonly city: LocalText;
  readonly zone: string;
  readonly km: number | null;
}

export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Offices that take bookings for a service: all, or those within some kilometres of a place, the nearest first. */
export async function nearbyOfferings(
  db: Db | Tx,
  filter: { service: string; place: Place | null; withinKm?: number; limit: number },
): Promise<NearbyOffering[]> {
  const { service, place, withinKm, limit } = filter;
  const km = place === null ? sql<number | null>`NULL::float8` : distance(place);
  const { rows } = await sql<NearbyOffering>`
    SELECT * FROM (
      SELECT b.offering_id AS "offeringId", o.code, o.name, o.city, o.time_zone AS zone, ${km} AS km
      FROM bookable_offering b JOIN office o ON o.id = b.office_id
      WHERE b.service_code = ${service} ${place === null || withinKm === undefined ? sql`` : inBox(place, withinKm)}) AS near
    WHERE true ${place === null ? sql`` : sql`AND km IS NOT NULL`} ${place === null || withinKm === undefined ? sql`` : sql`AND km <= ${withinKm}::float8`}
    ORDER BY km, "offeringId" LIMIT ${limit}`.execute(db);
  return rows;
}

/** Where a municipality is; undefined when there is none with this cadastral code. */
export async function placeOfMunicipality(db: Db | Tx, code: string): Promise<Place | null | undefined> {
  const { rows } = await sql<{ lat: number | null; lon: number | null }>`
    SELECT lat, lon FROM municipality WHERE code = ${code.toUpperCase()}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  return row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };
}

/** Great-circle distance in kilometres. */
function distance(place: Place): RawBuilder<number | null> {
  return sql`(2 * 6371 * asin(least(1, sqrt(
    power(sin(radians(o.lat - ${place.lat}::float8) / 2), 2)
    + cos(radians(${place.lat}::float8)) * cos(radians(o.lat)) * power(sin(radians(o.lon - ${place.lon}::float8) / 2), 2)))))`;
}

/** Cheap, and generous enough to lose nobody: saves the arithmetic for the rest of the country. */
function inBox(place: Place, km: number): RawBuilder<unknown> {
  const lat = km / 110;
  const lon = Math.min(180, km / (110 * Math.max(0.01, Math.cos((place.lat * Math.PI) / 180))));
  // Latitude as a range, which the index of places has in order; longitude begins again at 180 degrees.
  return sql`AND o.active AND o.lat BETWEEN ${place.lat - lat}::float8 AND ${place.lat + lat}::float8 AND (abs(o.lon - ${place.lon}::float8) <= ${lon}::float8
             OR abs(o.lon - ${place.lon}::float8) >= 360 - ${lon}::float8)`;
}
