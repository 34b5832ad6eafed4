import type { KnownPage } from './known-page.ts';

const reports = '/office/cons-london/reports';

/** What an office is told of itself. */
export const officeReportPages: readonly KnownPage[] = [
  { name: 'reports', path: `${reports}?period=last-month` },
  { name: 'reports-errors', path: `${reports}?period=free&from=2026-13-01&to=` },
  { name: 'reports-without-figures', path: `${reports}?period=free&from=2020-01-01&to=2020-01-31` },
  { name: 'report-days', path: `${reports}/days?period=quarter` },
  { name: 'report-occupancy', path: `${reports}/occupancy?period=last-month` },
  { name: 'report-first-free', path: `${reports}/first-free?period=last-month` },
  { name: 'report-lead-time', path: `${reports}/lead-time?period=last-month` },
  { name: 'report-recipients', path: `${reports}/recipients` },
];

/** The same of all offices. */
export const networkReportPages: readonly KnownPage[] = [
  { name: 'network-figures', path: '/network/reports?period=last-month' },
  { name: 'network-ranking', path: '/network/reports/offices?period=last-month' },
  { name: 'network-report-channels', path: '/network/reports/channels?period=last-month' },
];
