import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addCalendarDayPages } from './calendar-day.route.tsx';
import { addChangePreviewPages } from './change-preview.route.tsx';
import { addClosurePages } from './closures.route.tsx';
import { addEntryForms } from './entry-forms.route.tsx';
import { addHolidayPages } from './holidays.route.tsx';
import { addCopyDayPages } from './copy-day.route.tsx';
import { addCopyPlannerPages } from './copy-planner.route.tsx';
import { addEditWeekPages } from './edit-week.route.tsx';
import { addPlannerListPages } from './planners.route.tsx';
import { addPresetPages } from './preset.route.tsx';
import { addPublishPages } from './publish.route.tsx';
import { addRulePages } from './rule.route.tsx';
import { addSettingsPages } from './settings.route.tsx';
import { addVersionPages } from './versions.route.tsx';

/** The office's pages for planners, opening hours and closures, under `/office/{office}`. */
export function addPlannerPages(app: FastifyInstance, deps: Deps): void {
  addPlannerListPages(app, deps);
  addSettingsPages(app, deps);
  addRulePages(app, deps);
  addEditWeekPages(app, deps);
  addPresetPages(app, deps);
  addCopyDayPages(app, deps);
  addCopyPlannerPages(app, deps);
  addVersionPages(app, deps);
  addPublishPages(app, deps);
  addClosurePages(app, deps);
  addCalendarDayPages(app, deps);
  addEntryForms(app, deps);
  addHolidayPages(app, deps);
  addChangePreviewPages(app, deps);
}
