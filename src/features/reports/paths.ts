import type { AskedPeriod } from './figures/asked-period.ts';
import type { ReportName } from './report/report.ts';

/** Where an office's reports stand; with a name, one of them. */
export function reportsPath(officeCode: string, name?: ReportName): string {
  return `/office/${officeCode}/reports${name === undefined ? '' : `/${name}`}`;
}

/** Where the network's stand. */
export function networkReportsPath(name?: ReportName): string {
  return `/network/reports${name === undefined ? '' : `/${name}`}`;
}

/** The period and the filters of a page, as the query of the next. */
export function asQuery(asked: AskedPeriod, filters: Readonly<Record<string, string | null>> = {}): string {
  const { name, period, values, errors } = asked;
  // What could not be read leads nowhere: links keep to the period that is shown.
  const days = errors.length === 0 ? values : { period: name, from: period.from.toString(), to: period.to.toString() };
  const query = new URLSearchParams(name === 'free' ? days : { period: name });
  for (const [key, value] of Object.entries(filters)) if (value !== null && value !== '') query.set(key, value);
  return `?${query.toString()}`;
}
