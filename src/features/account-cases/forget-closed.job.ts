import { sql } from 'kysely';
import type { Deps } from '#platform/deps.ts';
import type { Task, TaskList } from '#platform/jobs.ts';
import './tables.ts';

/** What was decided about somebody may be asked about for two years after it has ended. */
const kept = Temporal.Duration.from({ hours: 730 * 24 });

/**
 * Who has closed their account is asked nothing and kept from nothing any more: what they answered and who they said
 * they are goes. What operators did stays in the audit, without it.
 */
const forgetClosed: Task = async (deps) => {
  await sql`
    DELETE FROM account_change c
    WHERE EXISTS (SELECT 1 FROM account a WHERE a.id = c.account_id AND a.closed_at IS NOT NULL)`.execute(deps.db);
  await sql`
    DELETE FROM account_appeal p
    WHERE EXISTS (SELECT 1 FROM account a WHERE a.id = p.account_id AND a.closed_at IS NOT NULL)`.execute(deps.db);
  await forgetOld(deps);
};

/** Pauses explained and details corrected long ago; blocks are identity's. */
async function forgetOld({ db, clock }: Deps): Promise<void> {
  const before = clock.now().subtract(kept);
  await sql`DELETE FROM account_appeal WHERE block_id IS NULL AND decided_at < ${before}`.execute(db);
  await sql`DELETE FROM account_change WHERE decided_at < ${before}`.execute(db);
}

export const accountCasesTasks: TaskList = { 'account-cases-cleanup': forgetClosed };

/** Once a night, at a minute nothing else begins. */
export const accountCasesCrontab = '49 2 * * * account-cases-cleanup';
