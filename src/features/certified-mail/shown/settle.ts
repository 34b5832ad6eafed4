import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import '../tables.ts';

interface Seen {
  readonly about: string;
  readonly aboutId: string | number;
  readonly accountId: number;
  readonly now: Temporal.Instant;
}

/** An operator has seen to what came back about a row: answers are registered, and what failed was sent otherwise. */
export async function settleCertified(tx: Tx, { about, aboutId, accountId, now }: Seen): Promise<void> {
  await sql`
    UPDATE certified_message SET settled_at = ${now}, settled_by = ${accountId}
    WHERE about = ${about} AND about_id = ${String(aboutId)} AND state = 'failed' AND settled_at IS NULL`.execute(tx);
  await sql`
    UPDATE certified_answer a SET settled_at = ${now}, settled_by = ${accountId}
    FROM certified_message m
    WHERE m.id = a.message_id AND m.about = ${about} AND m.about_id = ${String(aboutId)} AND a.settled_at IS NULL`.execute(
    tx,
  );
}

/** What of an office's certified e-mail waits for somebody: failed, or answered and not registered. */
export interface OpenCertified {
  readonly about: string;
  readonly aboutId: string;
  readonly why: 'failed' | 'answered';
  readonly fault: string | null;
  readonly recipient: string;
  readonly at: Temporal.Instant;
}

export async function openCertified(
  db: Db,
  { officeId, most, skip }: { officeId: number; most: number; skip: number },
): Promise<OpenCertified[]> {
  const { rows } = await sql<OpenCertified>`
    SELECT * FROM (${openOf(officeId)}) AS open ORDER BY at, "aboutId" LIMIT ${most} OFFSET ${skip}`.execute(db);
  return rows;
}

export async function countOpenCertified(db: Db, officeId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM (${openOf(officeId)}) AS open`.execute(db);
  return rows[0]?.count ?? 0;
}

function openOf(officeId: number) {
  return sql`
    SELECT about, about_id AS "aboutId", 'failed' AS why, fault, recipient, failed_at AS at
    FROM certified_message WHERE office_id = ${officeId} AND state = 'failed' AND settled_at IS NULL
    UNION ALL
    SELECT m.about, m.about_id, 'answered', NULL, a.sender, a.arrived_at
    FROM certified_answer a JOIN certified_message m ON m.id = a.message_id
    WHERE m.office_id = ${officeId} AND a.settled_at IS NULL`;
}
