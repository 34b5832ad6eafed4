import type { FastifyRequest } from 'fastify';
import { queryText } from '#platform/http/query.ts';

/** Whether the reader wants to see seats kept for people with priority too; on which ground, no address ever says. */
export function asksPriority(request: FastifyRequest): boolean {
  return queryText(request.query, 'priority') === '1';
}
