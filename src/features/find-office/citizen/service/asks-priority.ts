import type { FastifyRequest } from 'fastify';
import type { Offering } from '#features/offices/index.ts';
import { onTheSite, type Asker, readResident } from '#features/planner/index.ts';
import { queryText } from '#platform/http/query.ts';

/** Whether the reader wants to see seats kept for people with priority too; on which ground, no address ever says. */
export function asksPriority(request: FastifyRequest): boolean {
  return queryText(request.query, 'priority') === '1';
}

/** Who asks, for the quotas of planners: where they live matters only where the service asks for it. */
export function askerOf(request: FastifyRequest, offering: Pick<Offering, 'asksResidence'>): Asker {
  if (!offering.asksResidence) return onTheSite;
  return { ...onTheSite, resident: readResident(queryText(request.query, 'resident')) };
}
