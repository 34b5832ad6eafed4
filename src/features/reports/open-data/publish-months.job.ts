import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import type { OpenDataRow } from './open-data-row.ts';
import { suppress } from './suppress.rules.ts';

/** A month is published from this day of the next on, when what happened late in it has been marked. */
export const publishedFromDay = 8;

/**
 * Every night: publishes each month that is over and not published yet. A month once published never changes: from two
 * versions somebody could tell what happened between them.
 */
export async function publishMonths({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const today = now.toZonedDateTimeISO('Europe/Rome').toPlainDate();
  const last = today.subtract({ months: today.day < publishedFromDay ? 2 : 1 }).with({ day: 1 });
  const { rows } = await sql<{ month: Temporal.PlainDate }>`
    SELECT DISTINCT m.month FROM report_month m
    WHERE m.month <= ${last} AND NOT EXISTS (SELECT FROM report_open_data o WHERE o.month = m.month) ORDER BY 1`.execute(
    db,
  );
  for (const { month } of rows) {
    const counted = await countsOfMonth(db, month);
    await db
      .insertInto('report_open_data')
      .values({ month, rows: JSON.stringify(counted.map(publishedRow)), made_at: now })
      .onConflict((on) => on.column('month').doNothing())
      .execute();
  }
  return rows.length;
}

interface Counted {
  readonly office: string;
  readonly officeName: string;
  readonly kind: 'consular' | 'municipal';
  readonly country: string;
  readonly province: string | null;
  readonly service: string;
  readonly seatsOffered: number;
  readonly appointments: number;
  readonly served: number;
  readonly absent: number;
  readonly byCitizen: number;
  readonly byOffice: number;
  readonly bySystem: number;
  readonly samples: number;
  readonly meanDays: number | null;
}

/** One row as it may be known to everybody. */
export function publishedRow(counted: Counted): OpenDataRow {
  const { served, absent, byCitizen, byOffice, bySystem, appointments, samples, meanDays, ...about } = counted;
  const other = Math.max(0, appointments - served - absent - byCitizen - byOffice - bySystem);
  // What is missed least stands first: it is what goes with a small number.
  const { total, parts } = suppress([other, bySystem, byOffice, byCitizen, absent, served]);
  const at = (index: number): number | null => parts[index] ?? null;
  return {
    ...about,
    appointments: total,
    served: at(5),
    absent: at(4),
    cancelledByCitizen: at(3),
    cancelledByOffice: at(2),
    cancelledBySystem: at(1),
    other: at(0),
    firstFreeMeanDays: meanDays === null ? null : Math.round(meanDays * 10) / 10,
    firstFreeSamples: samples,
  };
}

async function countsOfMonth(db: Db, month: Temporal.PlainDate): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    WITH lost AS (
      SELECT place_id, service_code, sum(cancelled_citizen)::int AS citizen, sum(cancelled_office)::int AS office,
             sum(cancelled_unconfirmed + cancelled_clearance)::int AS system
      FROM report_day WHERE day >= ${month} AND day < ${month.add({ months: 1 })} GROUP BY 1, 2
    )
    SELECT o.code AS office, o.name ->> 'it' AS "officeName", o.kind, o.country, o.province_code AS province, m.service_code AS service,
           m.offered AS "seatsOffered", m.appointments, m.served, m.absent, coalesce(l.citizen, 0) AS "byCitizen",
           coalesce(l.office, 0) AS "byOffice", coalesce(l.system, 0) AS "bySystem", m.samples,
           m.days::float8 / nullif(m.samples - m.without, 0) AS "meanDays"
    FROM report_month m JOIN report_place p ON p.id = m.place_id JOIN office o ON o.id = p.office_id
    LEFT JOIN lost l ON l.place_id = m.place_id AND l.service_code = m.service_code
    WHERE m.month = ${month} AND m.service_code <> '' ORDER BY o.code, m.service_code`.execute(db);
  return rows;
}
