import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addClosurePages } from './closures.route.tsx';
import { addPlannerListPages } from './planners.route.tsx';
import { addPublishPages } from './publish.route.tsx';
import { addRulePages } from './rule.route.tsx';
import { addSettingsPages } from './settings.route.tsx';

/** The office's pages for planners, opening hours and closures, under `/office/{office}`. */
export function addPlannerPages(app: FastifyInstance, deps: Deps): void {
  addPlannerListPages(app, deps);
  addSettingsPages(app, deps);
  addRulePages(app, deps);
  addPublishPages(app, deps);
  addClosurePages(app, deps);
}
