import { findOfficeById, type Office } from '#features/offices/index.ts';
import type { Db } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { type Overview, overviewOf } from '../figures/overview.query.ts';
import { officeScope } from '../figures/scope.query.ts';
import { serviceNames } from '../figures/service-names.query.ts';
import { readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import type { Writing } from '../report/show-cell.ts';

/** What the monthly report of an office says. */
export interface MonthOfOffice {
  readonly office: Office;
  readonly month: Temporal.PlainYearMonth;
  readonly now: Overview;
  readonly before: Overview;
  readonly charts: readonly Report[];
  readonly tables: readonly Report[];
  readonly writing: Writing;
}

export async function monthOfOffice(
  db: Db,
  request: { officeId: number; month: Temporal.PlainYearMonth; language: Language },
): Promise<MonthOfOffice | undefined> {
  const { officeId, month, language } = request;
  const office = await findOfficeById(db, officeId);
  if (office === undefined) return undefined;
  const scope = await officeScope(db, { officeId });
  const period = daysOf(month);
  const asked = { scope, period, grain: 'day' } as const;
  const [now, before, ...reports] = await Promise.all([
    overviewOf(db, scope, period),
    overviewOf(db, scope, daysOf(month.subtract({ months: 1 }))),
    ...(['days', 'first-free', 'services', 'channels'] as const).map((name) => readReport(db, name, asked)),
  ]);
  const writing = { language, services: await serviceNames(db), grain: 'day', zone: office.timeZone } as const;
  return { office, month, now, before, charts: reports.slice(0, 2), tables: reports.slice(2), writing };
}

function daysOf(month: Temporal.PlainYearMonth) {
  return { from: month.toPlainDate({ day: 1 }), to: month.toPlainDate({ day: month.daysInMonth }) };
}

/** `2026-10`; undefined when it is none. */
export function readMonth(text: string): Temporal.PlainYearMonth | undefined {
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(text)) return undefined;
  return Temporal.PlainYearMonth.from(text);
}
