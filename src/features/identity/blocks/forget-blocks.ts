import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import '../tables.ts';

/** What was decided about somebody may be asked about for two years after it has ended. */
export const keptCases = Temporal.Duration.from({ hours: 730 * 24 });

/** Deletes blocks that ended long ago, with their decisions and appeals. */
export async function forgetBlocks(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`DELETE FROM account_block WHERE least(ends_at, lifted_at) < ${now.subtract(keptCases)}`.execute(db);
}
