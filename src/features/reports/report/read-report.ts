import type { Db } from '#platform/database.ts';
import type { Asked } from './asked.ts';
import { daysReport } from './days.ts';
import { cancellationsReport, channelsReport, hoursReport, occupancyReport, servicesReport } from './parts.ts';
import { releasesReport } from './releases.ts';
import type { Report, ReportName } from './report.ts';
import { clearancesReport, firstFreeReport, leadTimeReport, waitingListReport } from './waits.ts';

const readers: Readonly<Record<ReportName, (db: Db, asked: Asked) => Promise<Report>>> = {
  days: daysReport,
  services: servicesReport,
  channels: channelsReport,
  hours: hoursReport,
  occupancy: occupancyReport,
  cancellations: cancellationsReport,
  'first-free': firstFreeReport,
  'lead-time': leadTimeReport,
  releases: releasesReport,
  clearances: clearancesReport,
  'waiting-list': waitingListReport,
};

/** One report, from the counts by day. */
export function readReport(db: Db, name: ReportName, asked: Asked): Promise<Report> {
  return readers[name](db, asked);
}
