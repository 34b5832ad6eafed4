import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addFairnessApi } from './api/fairness.api.ts';
import { addFairnessPage } from './citizen/fairness.route.tsx';
import { addReleaseListPage } from './office/releases.route.tsx';
import { addReleasePage, type DrawPart } from './office/release.route.tsx';
import { addSimulatorPage } from './office/simulator.route.tsx';

/** What everybody may read of releases that are over. */
export function addFairness(app: FastifyInstance, deps: Deps): void {
  addFairnessPage(app, deps);
  addFairnessApi(app, deps);
}

/** The office's pages of releases. `drawPart`: what whoever draws shows on them. */
export function addReleaseOverview(app: FastifyInstance, deps: Deps, more: { drawPart?: DrawPart } = {}): void {
  addReleaseListPage(app, deps);
  addReleasePage(app, deps, more);
  addSimulatorPage(app, deps);
}
