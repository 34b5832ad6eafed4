export { audit } from './audit.ts';
export { loggedAccounts, type LoggedEntry, loggedEntries, type LogFilter } from './entries.query.ts';
export { lastEntry } from './last-entry.query.ts';
