export { addLinkPages } from './citizen/link.route.tsx';
export { linkPath } from './link.ts';
export { stuckMessages } from './stuck-messages.query.ts';
export { notificationCrontab, notificationTasks } from './tasks.ts';
