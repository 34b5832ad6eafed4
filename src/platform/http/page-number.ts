import { queryText } from './query.ts';

/**
 * `?page=3` of a list cut into pages; the first when it is none, or beyond the limit: pages so far down that no list has
 * them would only be looked for.
 */
export function pageNumber(query: unknown, most = 9_999): number {
  const asked = queryText(query, 'page');
  return /^[1-9]\d{0,4}$/.test(asked) && Number(asked) <= most ? Number(asked) : 1;
}
