import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { findOffices, type Office, type Offering, officesInstead } from '#features/offices/index.ts';
import type { Area, OfficeAround } from '#features/planner/index.ts';
import type { FirstDateRequest } from './first-date-request.ts';
import { firstDatesAround } from './first-dates-around.query.ts';
import type { AskedPlace } from './place.query.ts';

export const pageSize = 10;
const mostOthers = 10;

/** An office of the list. */
export interface ListedOffice {
  /** in the whole list, from one: the same on the map */
  readonly number: number;
  readonly office: Office;
  readonly km: number | null;
  readonly date: Temporal.PlainDate | null;
  readonly startsAt: Temporal.Instant | null;
  readonly inviteOnly: boolean;
  /** what the municipality of whoever lives elsewhere has to do with it */
  readonly clearance: Offering['clearance'];
}

export interface FirstDateAnswer {
  /** how many offices of the area take bookings, and how many of them have a seat now */
  readonly bookable: number;
  readonly free: number;
  readonly items: readonly ListedOffice[];
  /** the office of the very municipality, where it takes no bookings */
  readonly own: Office | undefined;
  /** the nearest of the other offices that take none, and how many there are */
  readonly others: readonly { readonly office: Office; readonly km: number | null }[];
  readonly othersTotal: number;
  /** where none of the area takes bookings: the nearest beyond it */
  readonly beyond: readonly { readonly office: Office; readonly km: number | null }[];
}

/** The list of a request, ten a page. */
export async function answerFirstDates(
  db: Db,
  request: { asked: FirstDateRequest; service: string; place: AskedPlace; area: Area; now: Temporal.Instant },
): Promise<FirstDateAnswer> {
  const { asked, service, place, area, now } = request;
  const { bookable, others } = await firstDatesAround(db, { service, area, sort: asked.sort, now });
  const from = (asked.page - 1) * pageSize;
  const shown = bookable.slice(from, from + pageSize);
  const here = place.kind === 'municipality' ? place.municipality.code : undefined;
  const own = others.find(({ municipality }) => municipality !== null && municipality === here);
  const rest = others.filter((office) => office !== own);
  const restShown = asked.page === 1 ? rest.slice(0, mostOthers) : [];
  const [offices, clearances] = await Promise.all([
    findOffices(
      db,
      [...shown, ...restShown, ...(own ? [own] : [])].map(({ officeId }) => officeId),
    ).then((found) => new Map(found.map((office) => [office.id, office]))),
    clearancesOf(db, shown),
  ]);
  const ownOffice = own && offices.get(own.officeId);
  return {
    bookable: bookable.length,
    free: bookable.filter(({ date }) => date !== null).length,
    items: shown.flatMap(({ officeId, offeringId, ...listed }, index) => {
      const office = offices.get(officeId);
      const clearance = clearances.get(offeringId) ?? 'none';
      return office ? [{ ...listed, number: from + index + 1, office, clearance }] : [];
    }),
    own: ownOffice,
    others: restShown.flatMap(({ officeId, km }) => {
      const office = offices.get(officeId);
      return office ? [{ office, km }] : [];
    }),
    othersTotal: rest.length,
    beyond: bookable.length === 0 && ownOffice ? await bookedBeyond(db, ownOffice) : [],
  };
}

async function clearancesOf(
  db: Db,
  offices: readonly (OfficeAround & { offeringId: number })[],
): Promise<Map<number, Offering['clearance']>> {
  if (offices.length === 0) return new Map();
  const { rows } = await sql<{ id: number; clearance: Offering['clearance'] }>`
    SELECT id, clearance FROM offering WHERE id = ANY (${offices.map(({ offeringId }) => offeringId)}::int[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, clearance }) => [id, clearance]));
}

async function bookedBeyond(db: Db, office: Office): Promise<FirstDateAnswer['beyond']> {
  return (await officesInstead(db, office, 3)).map((found) => ({ office: found, km: found.km }));
}

/** The area of a request around its place; undefined where there is no place to look around. */
export function areaOf({ within }: Pick<FirstDateRequest, 'within'>, place: AskedPlace): Area | undefined {
  switch (place.kind) {
    case 'nothing':
    case 'several':
    case 'unknown':
      return undefined;
    case 'abroad':
      return { kind: 'abroad', country: place.country, lat: place.lat, lon: place.lon };
    case 'municipality':
    case 'position': {
      const { lat, lon } = place.kind === 'position' ? place : place.municipality;
      if (within === 'province') return { kind: 'province', province: place.municipality.province, lat, lon };
      return { kind: 'around', lat, lon, withinKm: Number(within) };
    }
  }
}
