import { sql } from 'kysely';
import type { Task, TaskList } from '#platform/jobs.ts';
import './tables.ts';

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
};

export const accountCasesTasks: TaskList = { 'account-cases-cleanup': forgetClosed };

/** Once a night, at a minute nothing else begins. */
export const accountCasesCrontab = '49 2 * * * account-cases-cleanup';
