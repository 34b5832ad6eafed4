import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addCalendarDayPages } from './closures/calendar-day.route.tsx';
import { addChangePreviewPages } from './closures/change-preview.route.tsx';
import { addClosurePages } from './closures/closures.route.tsx';
import { addEntryForms } from './closures/entry-forms.route.tsx';
import { addHolidayPages } from './closures/holidays.route.tsx';
import { addCopyDayPages } from './week/copy-day.route.tsx';
import { addCopyPlannerPages } from './copy/copy-planner.route.tsx';
import { addEditWeekPages } from './week/edit-week.route.tsx';
import { addPlannerListPages } from './planners.route.tsx';
import { addPresetPages } from './week/preset.route.tsx';
import { addPublishPages } from './publish/publish.route.tsx';
import type { ForeseeMoves } from './preview/foreseen-seats.ts';
import type { ForeseeRelease } from './releases/foresee-release.ts';
import { addRulePages } from './week/rule.route.tsx';
import { addNewReleasePages } from './releases/new-release.route.tsx';
import { addReleasePages } from './releases/releases.route.tsx';
import { addOpenDayPages } from './open-day/open-day.route.tsx';
import { addQuotaPages } from './quotas/quotas.route.tsx';
import { noOrders, type ReleaseOrders } from '../releases/release-order.ts';
import { addReleaseRulePages } from './releases/rule.route.tsx';
import { addSettingsPages } from './settings.route.tsx';
import { addVersionPages } from './publish/versions.route.tsx';

/**
 * The office's pages for planners, opening hours and closures, under `/office/{office}`. `foresee`: the seats that would be
 * offered to whom a closure hits, from whoever offers them; `foreseeRelease`: how the next release would go. `orders`: of releases that are drawn.
 */
export function addPlannerPages(
  app: FastifyInstance,
  deps: Deps,
  {
    foresee,
    foreseeRelease,
    orders = noOrders,
  }: { foresee?: ForeseeMoves; foreseeRelease?: ForeseeRelease; orders?: ReleaseOrders } = {},
): void {
  addPlannerListPages(app, deps);
  addSettingsPages(app, deps);
  addOpenDayPages(app, deps);
  addQuotaPages(app, deps);
  addRulePages(app, deps);
  addEditWeekPages(app, deps);
  addPresetPages(app, deps);
  addCopyDayPages(app, deps);
  addCopyPlannerPages(app, deps);
  addVersionPages(app, deps);
  addPublishPages(app, deps, { foreseeRelease });
  addReleasePages(app, deps, { orders });
  addReleaseRulePages(app, deps);
  addNewReleasePages(app, deps, { orders, foreseeRelease });
  addClosurePages(app, deps);
  addCalendarDayPages(app, deps);
  addEntryForms(app, deps);
  addHolidayPages(app, deps);
  addChangePreviewPages(app, deps, foresee);
}
