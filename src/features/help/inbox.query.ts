import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { HelpState } from './help.query.ts';
import './tables.ts';

/** What waits, everything, or what people ask who work at offices. */
export const inboxParts = ['waiting', 'offices', 'all'] as const;
export type InboxPart = (typeof inboxParts)[number];

export interface ListedHelp {
  readonly id: number;
  readonly state: HelpState;
  readonly officeName: LocalText | null;
  /** where whoever asks works; null for citizens */
  readonly fromOffice: LocalText | null;
  readonly createdAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly takenByName: string | null;
  /** how the first message begins */
  readonly opening: string;
}

interface ListRow {
  id: number;
  state: HelpState;
  office_name: LocalText | null;
  from_office: LocalText | null;
  created_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  taken_by_name: string | null;
  text_cipher: Buffer;
}

const listColumns = sql`
  r.id, r.state, o.name AS office_name, f.name AS from_office, r.created_at, r.changed_at, t.given_name AS taken_by_name, m.text_cipher`;
const listFrom = sql`
  help_request r LEFT JOIN office o ON o.id = r.office_id LEFT JOIN office f ON f.id = r.from_office_id
  LEFT JOIN account t ON t.id = r.taken_by
  CROSS JOIN LATERAL (SELECT x.text_cipher FROM help_message x WHERE x.request_id = r.id ORDER BY x.id LIMIT 1) m`;

/** An inbox: those that wait, the one that has waited longest first; all, or those of people who work at offices, the newest first. */
export async function listInbox(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number | null; show: InboxPart; most: number; skip: number },
): Promise<ListedHelp[]> {
  const inbox = filter.officeId === null ? sql`r.office_id IS NULL` : sql`r.office_id = ${filter.officeId}`;
  const part = {
    waiting: sql`AND r.state = 'waiting' ORDER BY r.changed_at, r.id`,
    offices: sql`AND r.from_office_id IS NOT NULL ORDER BY r.id DESC`,
    all: sql`ORDER BY r.id DESC`,
  }[filter.show];
  const { rows } = await sql<ListRow>`
    SELECT ${listColumns} FROM ${listFrom}
    WHERE ${inbox} ${part}
    LIMIT ${filter.most} OFFSET ${filter.skip}`.execute(db);
  return rows.map((row) => listed(row, secrets));
}

/** What an account asked while logged in, or by an address that was its own by then. */
export async function listOwnHelp(db: Db, secrets: Secrets, accountId: number): Promise<ListedHelp[]> {
  const { rows } = await sql<ListRow>`
    SELECT ${listColumns} FROM ${listFrom} WHERE r.account_id = ${accountId} AND r.proved ORDER BY r.id DESC LIMIT 50`.execute(
    db,
  );
  return rows.map((row) => listed(row, secrets));
}

/** How many requests wait for an office, or for whoever runs the site. */
export async function countWaitingHelp(db: Db, officeId: number | null): Promise<number> {
  const inbox = officeId === null ? sql`office_id IS NULL` : sql`office_id = ${officeId}`;
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM help_request WHERE ${inbox} AND state = 'waiting'`.execute(db);
  return rows[0]?.count ?? 0;
}

function listed(row: ListRow, secrets: Secrets): ListedHelp {
  const text = secrets.decrypt(row.text_cipher).replace(/\s+/g, ' ');
  return {
    id: row.id,
    state: row.state,
    officeName: row.office_name,
    fromOffice: row.from_office,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    takenByName: row.taken_by_name,
    opening: text.length > 90 ? `${text.slice(0, 89)}…` : text,
  };
}
