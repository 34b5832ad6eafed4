import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Language, LocalText } from '#platform/language.ts';
import type { AskedPeriod } from '../figures/asked-period.ts';
import { type Overview, overviewOf } from '../figures/overview.query.ts';
import { grainOf, previousPeriod } from '../figures/period.rules.ts';
import type { Scope } from '../figures/scope.query.ts';
import { readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import type { Writing } from '../report/show-cell.ts';

/** What the first page of reports shows. */
export interface OverviewPage {
  readonly asked: AskedPeriod;
  readonly now: Overview;
  readonly before: Overview;
  readonly reports: readonly Report[];
  readonly writing: Writing;
}

export interface Reader {
  readonly language: Language;
  readonly zone: string;
  readonly services: ReadonlyMap<string, LocalText>;
}

export async function readOverview(
  db: Db,
  { scope, asked, reader }: { scope: Scope; asked: AskedPeriod; reader: Reader },
): Promise<OverviewPage> {
  const { period, name } = asked;
  const grain = grainOf(period);
  const [now, before, days, firstFree] = await Promise.all([
    overviewOf(db, scope, period),
    overviewOf(db, scope, previousPeriod(name, period)),
    readReport(db, 'days', { scope, period, grain }),
    readReport(db, 'first-free', { scope, period, grain }),
  ]);
  return { asked, now, before, reports: [days, firstFree], writing: { ...reader, grain } };
}

/** When figures were last counted, and when those of all offices were last added up. */
export async function countedAt(
  db: Db,
): Promise<{ countedAt: Temporal.Instant | null; addedUpAt: Temporal.Instant | null }> {
  const { rows } = await sql<{ countedAt: Temporal.Instant; addedUpAt: Temporal.Instant | null }>`
    SELECT counted_at AS "countedAt", added_up_at AS "addedUpAt" FROM report_progress`.execute(db);
  return rows[0] ?? { countedAt: null, addedUpAt: null };
}
