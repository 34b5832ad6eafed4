import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import {
  findPlaces,
  type FoundOffice,
  listFoundOffices,
  type Office,
  type Place,
  type RankedOffice,
  rankOffices,
  readSearch,
  searchOffices,
} from '#features/offices/index.ts';
import { firstFree } from '#features/planner/index.ts';
import { type AllFirstDates, firstOfEachOffice } from './first-dates.query.ts';
import { readPosition, type SearchRequest } from './search-request.ts';

export const pageSize = 20;
const mostNearby = 4;

/** An office of a list, with its first free date. */
export interface FoundItem {
  readonly office: Office;
  readonly km: number | null;
  readonly closeness: number;
  readonly first: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  readonly services: readonly { readonly code: string; readonly name: LocalText }[];
  readonly bookable: boolean;
  /** all that can be booked there, or the service looked for, is by invitation */
  readonly byInvitation: boolean;
}

/** Where the reader is, or wants offices near to. */
export interface Around {
  readonly lat: number;
  readonly lon: number;
  /** none when it is the reader's own position */
  readonly name: LocalText | undefined;
}

export interface SearchAnswer {
  readonly places: readonly Place[];
  readonly around: Around | undefined;
  readonly total: number;
  readonly items: readonly FoundItem[];
  /** the nearest that take bookings, where what was asked for takes none */
  readonly nearby: readonly FoundItem[];
}

/** Offices for a request, in its order, twenty a page. */
export async function answerSearch(
  db: Db,
  request: SearchRequest,
  context: { now: Temporal.Instant; kept: () => Promise<AllFirstDates> },
): Promise<SearchAnswer> {
  const { q, near, service, kind } = request;
  const asked = near === '' ? undefined : await placeAround(db, near);
  if (near !== '' && !asked && q === '') return { places: [], around: undefined, total: 0, items: [], nearby: [] };
  // Without words, a list of the nearest is of use only where one can book.
  const bookable = request.bookable || (q === '' && near !== '');
  const filter = q === '' ? { q, kind, service, bookable } : { q, kind, wanted: service, bookable };
  const { places, offices } = await rankOffices(db, asked ? { ...filter, near: asked } : filter);
  const ordered = await inOrder(offices, request, asked, context.kept);
  const shown = ordered.slice((request.page - 1) * pageSize, request.page * pageSize);
  const items = await withFirstDates(db, shown, service, context.now);
  const around = asked ?? aroundPlace(places);
  const nearby =
    around && q !== '' && request.page === 1 ? await nearest(db, request, around, offices, context.now) : [];
  return { places, around, total: offices.length, items, nearby };
}

/** A place typed, or a position; undefined when nobody knows it. */
export async function placeAround(db: Db, near: string): Promise<Around | undefined> {
  const position = readPosition(near);
  if (position) return { ...position, name: undefined };
  const typed = readSearch(near);
  if (typed.words.length === 0) return undefined;
  const place = aroundPlace(await findPlaces(db, typed));
  if (place) return place;
  const { items } = await searchOffices(db, { q: near, limit: 1 });
  const [office] = items;
  return office && office.lat !== null && office.lon !== null
    ? { lat: office.lat, lon: office.lon, name: office.city }
    : undefined;
}

function aroundPlace(places: readonly Place[]): Around | undefined {
  const place = places.find(({ lat, lon }) => lat !== null && lon !== null);
  return place && place.lat !== null && place.lon !== null
    ? { lat: place.lat, lon: place.lon, name: place.label }
    : undefined;
}

async function inOrder(
  offices: readonly RankedOffice[],
  { sort, near, q, service }: SearchRequest,
  asked: Around | undefined,
  kept: () => Promise<AllFirstDates>,
): Promise<readonly RankedOffice[]> {
  const order = sort ?? (q !== '' ? 'best' : asked ? 'distance' : 'date');
  switch (order) {
    case 'best':
      return offices;
    case 'name':
      return offices.toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
    case 'distance':
      return near === '' && !offices.some(({ km }) => km !== null)
        ? offices
        : offices.toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity));
    case 'date': {
      const rank = new Map(firstOfEachOffice(await kept(), service).map(({ office }, index) => [office.id, index]));
      // An office that takes bookings and is full comes after those with a date, before those that take none.
      const late = (office: RankedOffice) => rank.get(office.id) ?? (office.bookable ? 1e6 : 2e6);
      return offices.toSorted((a, b) => late(a) - late(b));
    }
  }
}

/** Where none of the places asked for takes bookings: the nearest of the same kind that do. */
async function nearest(
  db: Db,
  { service }: SearchRequest,
  around: Around,
  offices: readonly RankedOffice[],
  now: Temporal.Instant,
): Promise<FoundItem[]> {
  const [best] = offices;
  if (offices.some(({ closeness, bookable }) => closeness <= 2 && bookable)) return [];
  const [like] = best ? await listFoundOffices(db, [best.id]) : [];
  const kind = service === undefined ? like?.kind : undefined;
  const found = await rankOffices(db, { q: '', kind, service, bookable: true, near: around });
  const close = found.offices.toSorted((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity)).slice(0, mostNearby);
  return withFirstDates(db, close, service, now);
}

async function withFirstDates(
  db: Db,
  ranked: readonly RankedOffice[],
  service: string | undefined,
  now: Temporal.Instant,
): Promise<FoundItem[]> {
  const offices = await listFoundOffices(
    db,
    ranked.map(({ id }) => id),
  );
  const wanted = offices.flatMap(bookableThere);
  const offeringIds = wanted.map(({ offeringId }) => offeringId);
  const firsts = offeringIds.length === 0 ? [] : await firstFree(db, { offeringIds, now, limit: offeringIds.length });
  const rankOf = new Map(ranked.map((one) => [one.id, one]));
  return offices.map((office) => {
    const services = bookableThere(office);
    // The earliest day comes first.
    const first = firsts.find(({ offeringId }) => services.some((one) => one.offeringId === offeringId));
    const serviceName = services.find(({ offeringId }) => offeringId === first?.offeringId)?.name;
    const rank = rankOf.get(office.id);
    return {
      office,
      km: rank?.km ?? null,
      closeness: rank?.closeness ?? 0,
      first: first && serviceName && { date: first.date, serviceName },
      services: office.services.map(({ code, name }) => ({ code, name })),
      bookable: services.length > 0,
      byInvitation: services.length > 0 && services.every(({ inviteOnly }) => inviteOnly),
    };
  });

  function bookableThere(office: Omit<FoundOffice, 'km'>) {
    return office.services.filter(({ code }) => service === undefined || code === service);
  }
}
