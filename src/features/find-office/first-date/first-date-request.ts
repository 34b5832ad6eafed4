import { pageNumber } from '#platform/http/page-number.ts';
import { queryText } from '#platform/http/query.ts';
import { readOfficeCode } from '#features/offices/index.ts';
import { readPosition } from '../search-request.ts';

/** Kilometres as the crow flies, or all of the municipality's province. */
export const reaches = ['5', '10', '20', '50', 'province'] as const;
export type Reach = (typeof reaches)[number];

export const usualReach: Reach = '20';

export const firstDateSortings = ['date', 'distance'] as const;
export type FirstDateSorting = (typeof firstDateSortings)[number];

/** What the page of first dates is asked for. Nothing about a person stands in its address. */
export interface FirstDateRequest {
  readonly service: string | undefined;
  /** cadastral code, in capitals */
  readonly municipality: string | undefined;
  /** a place as typed, where it is not told by its code */
  readonly q: string;
  /** the reader's own position, to about a kilometre */
  readonly near: { readonly lat: number; readonly lon: number } | undefined;
  readonly within: Reach;
  readonly sort: FirstDateSorting;
  readonly page: number;
}

const mostTyped = 100;

export function readFirstDateRequest(query: unknown): FirstDateRequest {
  const municipality = queryText(query, 'municipality').toUpperCase();
  const within = queryText(query, 'within');
  return {
    service: readOfficeCode(queryText(query, 'service')),
    municipality: /^[A-Z]\d{3}$/.test(municipality) ? municipality : undefined,
    q: queryText(query, 'q').trim().slice(0, mostTyped),
    near: readPosition(queryText(query, 'near')),
    within: reaches.find((reach) => reach === within) ?? usualReach,
    sort: queryText(query, 'sort') === 'distance' ? 'distance' : 'date',
    page: pageNumber(query, 999),
  };
}

/** The address of a list of first dates; what is usual goes without saying. */
export function firstDatePath(request: Partial<FirstDateRequest>): string {
  const { service, municipality, q, near, within, sort, page } = request;
  const query = new URLSearchParams();
  if (service) query.set('service', service);
  if (municipality) query.set('municipality', municipality);
  else if (near) query.set('near', `${near.lat},${near.lon}`);
  else if (q) query.set('q', q);
  if (within && within !== usualReach) query.set('within', within);
  if (sort === 'distance') query.set('sort', sort);
  if (page && page > 1) query.set('page', String(page));
  return query.size > 0 ? `/first-date?${query.toString()}` : '/first-date';
}
