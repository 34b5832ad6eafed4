import { createHash } from 'node:crypto';
import { sql } from 'kysely';

/** An entry as the chain reads it. */
export interface ChainedEntry {
  readonly entryId: string;
  readonly at: Temporal.Instant;
  readonly accountId: number;
  readonly officeId: number | null;
  readonly action: string;
  readonly subject: string | null;
  /** as the database writes it */
  readonly detail: string;
}

export const entryColumns = sql`
  e.id AS "entryId", e.at, e.account_id AS "accountId", e.office_id AS "officeId", e.action, e.subject, e.detail::text AS detail`;

/** What the first link stands on. */
export const beginning = Buffer.alloc(32);

/** Hash of a link: of the one before, its own number and moment, and every word of the entry. */
export function linkHash(before: Uint8Array, link: { seq: number; linkedAt: Temporal.Instant }, entry: ChainedEntry) {
  const { entryId, at, accountId, officeId, action, subject, detail } = entry;
  const said = [
    link.seq,
    link.linkedAt.toString(),
    entryId,
    at.toString(),
    accountId,
    officeId,
    action,
    subject,
    detail,
  ];
  return createHash('sha256').update(before).update(JSON.stringify(said)).digest();
}
