import type { Period } from '../figures/period.rules.ts';
import type { Report } from '../report/report.ts';
import { plainCell } from '../report/show-cell.ts';

/** A report for programs: keys and codes that stay, shares from 0 to 1. */
export function reportJson(report: Report, { period, zone }: { period: Period; zone: string }) {
  return {
    report: report.name,
    from: period.from.toString(),
    to: period.to.toString(),
    columns: report.columns.map(({ key, kind }) => ({ key, kind })),
    items: report.rows.map((row) =>
      Object.fromEntries(report.columns.map(({ key }, index) => [key, plainCell(row[index] ?? null, zone)])),
    ),
    totals: Object.fromEntries(report.facts.map(({ key, value }) => [key, plainCell(value, zone)])),
  };
}
