import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addReportsApi } from './api/reports.api.ts';
import { addOpenData } from './citizen/open-data.route.tsx';
import { addUnsubscribePage } from './citizen/unsubscribe.route.tsx';
import { addNetworkReports } from './network/reports.route.tsx';
import { addMonthlyPages } from './office/monthly.route.tsx';
import { addReportPages } from './office/reports.route.tsx';

/** Reports of an office and of all offices. */
export function addReports(app: FastifyInstance, deps: Deps): void {
  addReportPages(app, deps);
  addNetworkReports(app, deps);
  addMonthlyPages(app, deps);
  addUnsubscribePage(app, deps);
  addOpenData(app, deps);
  addReportsApi(app, deps);
}
