import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import { readOfficeCode } from '#features/offices/index.ts';

export const sortings = ['best', 'date', 'distance', 'name'] as const;
export type Sorting = (typeof sortings)[number];

/** What the page of offices is asked for. */
export interface SearchRequest {
  readonly q: string;
  /** a place as typed, or LAT,LON rounded to about a kilometre */
  readonly near: string;
  readonly service: string | undefined;
  readonly kind: 'consular' | 'municipal' | undefined;
  /** ISO 3166-1 alpha-2, in capitals */
  readonly country: string | undefined;
  /** two letters: RM */
  readonly province: string | undefined;
  /** only offices that take bookings now */
  readonly bookable: boolean;
  readonly sort: Sorting | undefined;
  readonly page: number;
}

const mostTyped = 100;

export function readSearchRequest(query: unknown): SearchRequest {
  const kind = queryText(query, 'kind');
  const sort = queryText(query, 'sort');
  return {
    q: queryText(query, 'q').slice(0, mostTyped),
    near: queryText(query, 'near').slice(0, mostTyped),
    service: readOfficeCode(queryText(query, 'service')),
    kind: kind === 'consular' || kind === 'municipal' ? kind : undefined,
    country: twoLetters(queryText(query, 'country')),
    province: twoLetters(queryText(query, 'province')),
    bookable: queryText(query, 'bookable') === 'yes',
    sort: sortings.find((one) => one === sort),
    page: pageNumber(query, 999),
  };
}

function twoLetters(typed: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(typed) ? typed.toUpperCase() : undefined;
}

/** The address of a search; page one goes without saying. */
export function searchPath(request: Partial<SearchRequest>): string {
  const { q, near, service, kind, country, province, bookable, sort, page } = request;
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (near) query.set('near', near);
  if (service) query.set('service', service);
  if (kind) query.set('kind', kind);
  if (country) query.set('country', country);
  if (province) query.set('province', province);
  if (bookable) query.set('bookable', 'yes');
  if (sort) query.set('sort', sort);
  if (page && page > 1) query.set('page', String(page));
  return query.size > 0 ? `/offices?${query.toString()}` : '/offices';
}

/** `45.46,9.19`; undefined when it is not two degrees. Rounded here too, whatever was sent. */
export function readPosition(near: string): { lat: number; lon: number } | undefined {
  const found = /^(-?\d{1,2}(?:\.\d+)?),\s?(-?\d{1,3}(?:\.\d+)?)$/.exec(near);
  if (!found) return undefined;
  const [lat, lon] = [Number(found[1]), Number(found[2])];
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return undefined;
  return { lat: Math.round(lat * 100) / 100, lon: Math.round(lon * 100) / 100 };
}
