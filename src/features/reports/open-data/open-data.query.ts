import type { Db } from '#platform/database.ts';
import type { OpenDataRow } from './open-data-row.ts';

/** The months that are published, the last first. */
export async function publishedMonths(db: Db): Promise<{ month: Temporal.PlainDate; madeAt: Temporal.Instant }[]> {
  return db.selectFrom('report_open_data').select(['month', 'made_at as madeAt']).orderBy('month', 'desc').execute();
}

export async function publishedMonth(
  db: Db,
  month: Temporal.PlainDate,
): Promise<{ rows: readonly OpenDataRow[]; madeAt: Temporal.Instant } | undefined> {
  return db
    .selectFrom('report_open_data')
    .select(['rows', 'made_at as madeAt'])
    .where('month', '=', month)
    .executeTakeFirst();
}
