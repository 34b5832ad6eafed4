export { addLinkPages } from './citizen/link.route.tsx';
export { linkPath } from './link.ts';
export { notificationCrontab, notificationTasks } from './tasks.ts';
