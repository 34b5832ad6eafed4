export { addHelpPages } from './routes.ts';
export { askForHelp } from './ask-for-help.ts';
export { helpCrontab, helpTasks } from './forget-help.job.ts';
export { type HelpToTell, helpToTell } from './help-to-tell.query.ts';
export { countWaitingHelp } from './inbox.query.ts';
export { inboxPath } from './help.rules.ts';
export { helpSubjects, ownHelp } from './own-help.query.ts';
export { threadPath } from './thread-link.ts';
export { passHelpRequests } from './pass-requests.ts';
