import './tables.ts';

export { addReports } from './routes.ts';
export { reportCrontab, reportTasks } from './tasks.ts';
