export { audit } from './audit.ts';
export { lastEntry } from './last-entry.query.ts';
