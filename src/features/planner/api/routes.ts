import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addAvailabilityApi, type Invited } from './availability.api.ts';
import { addClosuresApi } from './closures.api.ts';
import { addFirstAvailableApi } from './first-available.api.ts';
import { addPlannersApi } from './planners.api.ts';
import { addReleasesApi } from './releases.api.ts';
import { addPreviewApi } from './preview.api.ts';
import { noOrders, type ReleaseOrders } from '../releases/release-order.ts';

/** Under `/api/v1`: what can be booked and when, for anyone; planners and closures, for operators. */
export function addPlannerApi(
  app: FastifyInstance,
  deps: Deps,
  // Nobody is invited, where the application has no invitations; `orders`: of releases that are drawn. `office`: with the connections of those who work.
  {
    invited = () => Promise.resolve(false),
    orders = noOrders,
    office = deps,
  }: { invited?: Invited; orders?: ReleaseOrders; office?: Deps } = {},
): void {
  addAvailabilityApi(app, deps, { invited, orders });
  addFirstAvailableApi(app, deps);
  addPlannersApi(app, office);
  addPreviewApi(app, office);
  addClosuresApi(app, office);
  addReleasesApi(app, office, { orders });
}
