export { addLinkPages } from './citizen/link.route.tsx';
export { linkPath } from './link.ts';
export { notificationTasks, notificationTimetable } from './tasks.ts';
