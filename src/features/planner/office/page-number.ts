import type { FastifyRequest } from 'fastify';
import { queryText } from '#platform/http/query.ts';

/** `?page=3` of a list cut into pages; the first when it is none. */
export function pageNumber(request: FastifyRequest): number {
  const asked = queryText(request.query, 'page');
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}
