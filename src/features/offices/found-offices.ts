import { type RawBuilder, sql } from 'kysely';
import { matchingOffices } from './match-offices.ts';
import { distanceKm } from './office.query.ts';
import type { Place } from './place.query.ts';
import type { OfficeSearch } from './search-offices.query.ts';
import type { TypedSearch } from './search-words.ts';

/** What can be booked at an office now, as a column `services`; the query names `office`. */
export const servicesOf = sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('code', service.code, 'name', service.name, 'offeringId', b.offering_id,
                                              'inviteOnly', o.invite_only)
                            ORDER BY service.position), '[]')
  FROM bookable_offering b JOIN offering o ON o.id = b.offering_id JOIN service ON service.code = b.service_code
  WHERE b.office_id = office.id) AS services`;

/** What offices are looked for; `wanted`: the service that makes an office one that takes bookings, without leaving others out. */
export type OfficeFilter = Omit<OfficeSearch, 'limit' | 'cursor'> & { readonly wanted?: string | undefined };

/** Every office that matches, with what puts it in order: `km`, `closeness`, `waiting` (takes no bookings), `size`, `name`. */
export function foundOffices(search: OfficeFilter, typed: TypedSearch, places: readonly Place[]): RawBuilder<unknown> {
  const { near, wanted } = search;
  const km = near ? distanceKm(near.lat, near.lon) : sql<number | null>`NULL::float8`;
  const hits =
    typed.words.length > 0 ? sql`JOIN (${matchingOffices(typed, places)}) AS hit ON hit.id = office.id` : sql``;
  return sql`
    SELECT office.id, ${km} AS km, ${typed.words.length > 0 ? sql`hit.closeness` : sql`0`} AS closeness,
      CASE WHEN EXISTS (SELECT FROM bookable_offering b WHERE b.office_id = office.id
        ${wanted === undefined ? sql`` : sql`AND b.service_code = ${wanted}`}) THEN 0 ELSE 1 END AS waiting,
      -coalesce(municipality.population, 0) AS size, office.name ->> 'it' AS name
    FROM office ${hits}
    LEFT JOIN municipality ON municipality.code = office.municipality_code
    WHERE ${sql.join([sql`office.active`, ...conditions(search)], sql` AND `)}`;
}

function conditions(search: OfficeFilter): RawBuilder<unknown>[] {
  const { kind, country, municipality, province, service, bookable, near } = search;
  return [
    kind && sql`office.kind = ${kind}`,
    country && sql`office.country = ${country.toUpperCase()}`,
    municipality && sql`office.municipality_code = ${municipality.toUpperCase()}`,
    province && sql`office.province_code = ${province.toUpperCase()}`,
    service && sql`office.id IN (SELECT office_id FROM bookable_offering WHERE service_code = ${service})`,
    bookable && sql`office.id IN (SELECT office_id FROM bookable_offering)`,
    near && sql`office.lat IS NOT NULL AND office.lon IS NOT NULL`,
  ].filter((condition) => typeof condition === 'object');
}
