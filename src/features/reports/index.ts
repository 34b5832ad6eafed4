import './tables.ts';

export { addUpAreas } from './counting/add-up-areas.ts';
export { countMonths } from './counting/count-months.ts';
export { addReports } from './routes.ts';
export { reportCrontab, reportTasks } from './tasks.ts';
export { publishMonths } from './open-data/publish-months.job.ts';
export { type MonthToTell, monthToTell } from './monthly/told.ts';
