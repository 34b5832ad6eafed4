import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addReportsApi } from './api/reports.api.ts';
import { addOpenData } from './citizen/open-data.route.tsx';
import { addUnsubscribePage } from './citizen/unsubscribe.route.tsx';
import { addNetworkReports } from './network/reports.route.tsx';
import { addMonthlyPages } from './office/monthly.route.tsx';
import { addReportPages } from './office/reports.route.tsx';

/** Reports of an office and of all offices; `office` has the connections of those who work. */
export function addReports(app: FastifyInstance, deps: Deps, office: Deps = deps): void {
  addReportPages(app, office);
  addNetworkReports(app, office);
  addMonthlyPages(app, office);
  addUnsubscribePage(app, deps);
  addOpenData(app, deps);
  addReportsApi(app, office);
}
