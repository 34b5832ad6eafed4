import { sql } from 'kysely';
import type { Task, TaskList } from '#platform/jobs.ts';
import './tables.ts';

/**
 * Who has closed their account is asked nothing and kept from nothing any more: what they
 * answered and who they said they are goes. What operators did stays in the audit, without it.
 */
const forgetClosed: Task = async (deps) => {
  const closed = sql`SELECT id FROM account WHERE closed_at IS NOT NULL`;
  await sql`DELETE FROM account_change WHERE account_id IN (${closed})`.execute(deps.db);
  await sql`DELETE FROM account_appeal WHERE account_id IN (${closed})`.execute(deps.db);
};

export const accountCasesTasks: TaskList = { 'account-cases-cleanup': forgetClosed };

/** Once a night, at a minute nothing else begins. */
export const accountCasesCrontab = '49 2 * * * account-cases-cleanup';
