export { addLinkPages } from './citizen/link.route.tsx';
export { listenForReports, type ReportListener } from './returned/listener.ts';
export { receiveFolder } from './returned/receive-folder.ts';
export { largestReport, receiveReport, type Received } from './returned/receive-report.ts';
export { messagesOfBooking } from './messages-of-booking.query.ts';
export { linkPath, shortLinkPath } from './link.ts';
export { stuckMessages } from './stuck-messages.query.ts';
export { notificationCrontab, notificationTasks } from './tasks.ts';
