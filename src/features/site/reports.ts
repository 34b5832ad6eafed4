import type { Db, Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { enqueue } from '#platform/outbox.ts';
import type { Secrets } from '#platform/secrets.ts';
import { siteOwner } from './owner.ts';
import './tables.ts';

/** What somebody could not use, as they wrote it. */
export interface Reported {
  readonly page: string;
  readonly problem: string;
  /** the tools they browse with */
  readonly tools: string | null;
  /** for an answer */
  readonly email: string | null;
}

export interface AccessibilityReport extends Reported {
  readonly id: number;
  readonly createdAt: Temporal.Instant;
  readonly language: Language;
  readonly answer: string | null;
  readonly closedAt: Temporal.Instant | null;
}

/** Keeps a report and has the site's owner written to, where an address is known. Answers with its number. */
export async function reportProblem(
  tx: Tx,
  secrets: Secrets,
  request: { reported: Reported; language: Language; now: Temporal.Instant },
): Promise<{ ok: true; id: number }> {
  const { reported, language, now } = request;
  const { id } = await tx
    .insertInto('accessibility_report')
    .values({ created_at: now, language, content: secrets.encrypt(JSON.stringify(reported)) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const owner = await siteOwner(tx);
  if (owner.accessibilityEmail ?? owner.email) {
    await enqueue(tx, { task: 'notify', payload: { kind: 'accessibility-report', reportId: id }, at: now });
  }
  return { ok: true, id };
}

const columns = ['id', 'created_at', 'language', 'content', 'answer', 'closed_at'] as const;

/** Reports for whoever looks after the network: open ones first, the oldest of them on top, then the last ones closed. */
export async function listReports(db: Db, secrets: Secrets, most: number): Promise<AccessibilityReport[]> {
  const [open, closed] = await Promise.all(
    [
      db.selectFrom('accessibility_report').select(columns).where('closed_at', 'is', null).orderBy('id').limit(most),
      db
        .selectFrom('accessibility_report')
        .select(columns)
        .where('closed_at', 'is not', null)
        .orderBy('closed_at', 'desc')
        .limit(most),
    ].map((query) => query.execute()),
  );
  return [...(open ?? []), ...(closed ?? [])].map((row) => readable(row, secrets));
}

export async function findReport(db: Db | Tx, secrets: Secrets, id: number): Promise<AccessibilityReport | undefined> {
  const row = await db.selectFrom('accessibility_report').select(columns).where('id', '=', id).executeTakeFirst();
  return row && readable(row, secrets);
}

/** Closes a report, with an answer that is sent to whoever left an address. `null`: there is nothing to say. */
export async function closeReport(
  tx: Tx,
  secrets: Secrets,
  request: { id: number; answer: string | null; accountId: number; now: Temporal.Instant },
): Promise<{ ok: true } | { ok: false; reason: 'closed-already' }> {
  const { id, answer, accountId, now } = request;
  const { numUpdatedRows } = await tx
    .updateTable('accessibility_report')
    .set({ closed_at: now, closed_by: accountId, answer: answer === null ? null : secrets.encrypt(answer) })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return { ok: false, reason: 'closed-already' };
  const report = await findReport(tx, secrets, id);
  if (answer !== null && report?.email) {
    await enqueue(tx, { task: 'notify', payload: { kind: 'accessibility-answer', reportId: id }, at: now });
  }
  return { ok: true };
}

function readable(
  row: {
    id: number;
    created_at: Temporal.Instant;
    language: Language;
    content: Buffer;
    answer: Buffer | null;
    closed_at: Temporal.Instant | null;
  },
  secrets: Secrets,
): AccessibilityReport {
  // Written by `reportProblem`, and nobody else could have encrypted it.
  const reported = JSON.parse(secrets.decrypt(row.content)) as Reported;
  return {
    ...reported,
    id: row.id,
    createdAt: row.created_at,
    language: row.language,
    answer: row.answer && secrets.decrypt(row.answer),
    closedAt: row.closed_at,
  };
}
