import type { Db } from '#platform/database.ts';
import type { AskedPeriod } from '../figures/asked-period.ts';
import { grainOf } from '../figures/period.rules.ts';
import type { Scope } from '../figures/scope.query.ts';
import { readReport } from '../report/read-report.ts';
import type { Report, ReportName } from '../report/report.ts';
import type { Writing } from '../report/show-cell.ts';
import type { Reader } from './read-overview.ts';

/** One report as its page shows it. */
export interface ReportPage {
  readonly asked: AskedPeriod;
  readonly report: Report;
  readonly writing: Writing;
}

export async function readReportPage(
  db: Db,
  request: { name: ReportName; scope: Scope; asked: AskedPeriod; reader: Reader },
): Promise<ReportPage> {
  const { name, scope, asked, reader } = request;
  const grain = grainOf(asked.period);
  const report = await readReport(db, name, { scope, period: asked.period, grain });
  return { asked, report, writing: { ...reader, grain } };
}
