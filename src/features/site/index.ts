export { type SiteOwner, saveSiteOwner, siteOwner } from './owner.ts';
export { siteCrontab, siteTasks } from './forget-reports.job.ts';
export { type AccessibilityReport, closeReport, findReport, listReports } from './reports.ts';
export { addSitePages } from './routes.tsx';
