import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { factsWhere, type RequestFacts } from './request-facts.query.ts';

/** What other offices ask of one: to answer, to read, and what is settled. */
export const inboxSections = ['to-answer', 'to-read', 'settled'] as const;
export type InboxSection = (typeof inboxSections)[number];

const conditions = {
  'to-answer': sql`c.mode = 'required' AND c.state = 'asked' AND b.status = 'awaiting-clearance'`,
  'to-read': sql`c.mode = 'notify' AND c.state = 'to-tell' AND b.status = 'served'`,
  settled: sql`(c.state IN ('granted', 'refused', 'told') OR (c.mode = 'required' AND b.status = 'cancelled'))`,
} as const satisfies Record<InboxSection, unknown>;

/** How much waits for an office that answers; undefined for one that nobody ever asked. */
export async function countAsked(db: Db, officeId: number): Promise<number | undefined> {
  const { rows } = await sql<{ waiting: number; ever: boolean }>`
    SELECT count(*) FILTER (WHERE ${conditions['to-answer']} OR ${conditions['to-read']})::int AS waiting, count(*) > 0 AS ever
    FROM clearance c JOIN booking b ON b.id = c.booking_id WHERE c.answering_office_id = ${officeId}`.execute(db);
  const [row] = rows;
  return row?.ever ? row.waiting : undefined;
}

/** One section of the inbox: those with the nearest last day first, settled ones latest first. */
export async function listAsked(
  db: Db,
  secrets: Secrets,
  filter: { officeId: number; section: InboxSection; skip: number; most: number },
): Promise<RequestFacts[]> {
  const { officeId, section, skip, most } = filter;
  const order = section === 'settled' ? sql`c.changed_at DESC, c.id DESC` : sql`c.due_on NULLS LAST, c.id`;
  return factsWhere(
    db,
    secrets,
    sql`c.answering_office_id = ${officeId} AND ${conditions[section]} ORDER BY ${order} OFFSET ${skip} LIMIT ${most}`,
  );
}

/** Where a request stands for whoever answers it. */
export function inboxSectionOf({ mode, state, status }: Pick<RequestFacts, 'mode' | 'state' | 'status'>): InboxSection {
  if (mode === 'required' && state === 'asked' && status === 'awaiting-clearance') return 'to-answer';
  return mode === 'notify' && state === 'to-tell' && status === 'served' ? 'to-read' : 'settled';
}
