import './tables.ts';

export { addUpAreas } from './counting/add-up-areas.ts';
export { countMonths } from './counting/count-months.ts';
export { addReports } from './routes.ts';
export { reportCrontab, reportTasks } from './tasks.ts';
export { publishMonths } from './open-data/publish-months.job.ts';
export { type MonthToTell, monthToTell } from './monthly/told.ts';
export type { Chart } from './charts/chart.ts';
export { ChartView } from './charts/chart.view.tsx';
export { barsSummary, columnsSummary } from './charts/summary.ts';
export { leastPublished, suppress } from './open-data/suppress.rules.ts';
