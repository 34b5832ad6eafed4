import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import './tables.ts';

/** One line of the log. What it is about names rows and settings; whom it concerned only their booking does. */
export interface LoggedEntry {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly accountId: number;
  readonly officeId: number | null;
  readonly action: string;
  readonly subject: string | null;
}

export interface LogFilter {
  /** null: of every office and of the network */
  readonly officeId: number | null;
  readonly accountId?: number | undefined;
  readonly from?: Temporal.Instant | undefined;
  readonly until?: Temporal.Instant | undefined;
  readonly subject?: string | undefined;
  /** of the last entry of the page before */
  readonly before?: string | undefined;
  readonly most: number;
}

/** Who did what, the last first. */
export async function loggedEntries(db: Db, filter: LogFilter): Promise<LoggedEntry[]> {
  const { officeId, accountId, from, until, subject, before, most } = filter;
  let query = db
    .selectFrom('audit_entry')
    .select(['id', 'at', 'account_id as accountId', 'office_id as officeId', 'action', 'subject']);
  if (officeId !== null) query = query.where('office_id', '=', officeId);
  if (accountId !== undefined) query = query.where('account_id', '=', accountId);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (until !== undefined) query = query.where('at', '<', until);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(most).execute();
}

/** Who stands in the log of an office (null: of all), those who did something last first. */
export async function loggedAccounts(db: Db, officeId: number | null, most: number): Promise<number[]> {
  const where = officeId === null ? sql`` : sql`WHERE office_id = ${officeId}`;
  const { rows } = await sql<{ accountId: number }>`
    SELECT account_id AS "accountId" FROM audit_entry ${where}
    GROUP BY account_id ORDER BY max(id) DESC LIMIT ${most}`.execute(db);
  return rows.map(({ accountId }) => accountId);
}
