import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';

/** Writes down that counts of these days changed: areas are added up anew. */
export async function noteChangedDays(tx: Db | Tx, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  // In order, so that two that note the same days do not wait for one another crosswise.
  await sql`
    INSERT INTO report_changed_day (day) SELECT day FROM unnest(${[...days].sort()}::date[]) AS d (day) ORDER BY day
    ON CONFLICT DO NOTHING`.execute(tx);
}
