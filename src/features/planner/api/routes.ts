import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addAvailabilityApi } from './availability.api.ts';
import { addFirstAvailableApi } from './first-available.api.ts';

/** What can be booked and when, under `/api/v1`. */
export function addPlannerApi(app: FastifyInstance, deps: Deps): void {
  addAvailabilityApi(app, deps);
  addFirstAvailableApi(app, deps);
}
