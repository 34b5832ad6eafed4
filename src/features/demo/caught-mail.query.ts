import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { linksIn } from './links-in.ts';
import type { CaughtAttachment } from './tables.ts';

export interface CaughtMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly CaughtAttachment[];
  readonly sentAt: Temporal.Instant;
  /** Addresses in it, in order. */
  readonly links: readonly string[];
}

/** E-mails kept by the demo, newest first; of one mailbox when an address is given. */
export async function caughtMails(db: Db, filter: { to?: string | undefined; most: number }): Promise<CaughtMail[]> {
  const { to } = filter;
  const rows = await mails(db)
    .$if(to !== undefined, (query) => query.where(sql`lower(recipient)`, '=', to?.toLowerCase() ?? ''))
    .orderBy('id', 'desc')
    .limit(filter.most)
    .execute();
  return rows.map((row) => ({ ...row, links: linksIn(row.html) }));
}

export async function caughtMail(db: Db, id: string): Promise<CaughtMail | undefined> {
  const row = await mails(db).where('id', '=', id).executeTakeFirst();
  return row && { ...row, links: linksIn(row.html) };
}

function mails(db: Db) {
  return db
    .selectFrom('caught_mail')
    .select(['id', 'recipient as to', 'subject', 'text', 'html', 'attachments', 'sent_at as sentAt']);
}
