import type { FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { type Desk, numberInPath } from '../office/office-desk.ts';
import { findPlanner, type Planner } from '../planner.query.ts';

/** The planner an address names; 404 for those of other offices, as if there were none. */
export async function knownPlanner(deps: Deps, request: FastifyRequest, desk: Desk): Promise<Planner> {
  const plannerId = numberInPath(request, 'planner');
  const planner = await findPlanner(deps.db, { officeId: desk.office.id, plannerId });
  if (planner === undefined) throw notFound();
  return planner;
}
