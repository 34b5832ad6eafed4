import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { SignalKind } from './tables.ts';
import './tables.ts';

/** A warning, or being asked to show a document, with what the person said to it. */
export interface Notice {
  readonly id: number;
  readonly accountId: number;
  /** null: the network's administrators */
  readonly officeId: number | null;
  readonly kind: SignalKind;
  readonly decision: 'warn' | 'identify';
  readonly reason: string;
  readonly createdBy: number;
  readonly createdAt: Temporal.Instant;
  readonly appeal: string | null;
  readonly appealedAt: Temporal.Instant | null;
  readonly outcome: 'kept' | 'withdrawn' | null;
  readonly answer: string | null;
}

export async function findNotice(db: Db | Tx, secrets: Secrets, id: number): Promise<Notice | undefined> {
  const row = await notices(db).where('id', '=', id).executeTakeFirst();
  return row && read(secrets, row);
}

export async function noticesOf(db: Db | Tx, secrets: Secrets, accountId: number): Promise<Notice[]> {
  const rows = await notices(db).where('account_id', '=', accountId).orderBy('id', 'desc').limit(50).execute();
  return rows.map((row) => read(secrets, row));
}

/** What was written to somebody and what they said to it, for the file of all that is kept of them. */
export async function ownNotices(db: Db, secrets: Secrets, accountId: number) {
  const notices = await noticesOf(db, secrets, accountId);
  return notices.map(({ kind, decision, reason, createdAt, appeal, appealedAt, outcome, answer }) => {
    return { kind, decision, reason, createdAt, appeal, appealedAt, outcome, answer };
  });
}

/** Answers of people that wait for a decision; the network's are those without an office. */
export async function waitingAnswers(db: Db, secrets: Secrets, officeId: number | null): Promise<Notice[]> {
  const rows = await notices(db)
    .where('appealed_at', 'is not', null)
    .where('outcome', 'is', null)
    .where('office_id', officeId === null ? 'is' : '=', officeId)
    .orderBy('appealed_at')
    .limit(100)
    .execute();
  return rows.map((row) => read(secrets, row));
}

function notices(db: Db | Tx) {
  return db
    .selectFrom('signal_notice')
    .select(['id', 'account_id as accountId', 'office_id as officeId', 'signal_kind as kind', 'decision'])
    .select(['reason_cipher', 'created_by as createdBy', 'created_at as createdAt', 'appeal_cipher'])
    .select(['appealed_at as appealedAt', 'outcome', 'answer_cipher']);
}

type Row = Omit<Notice, 'reason' | 'appeal' | 'answer'> & {
  reason_cipher: Buffer;
  appeal_cipher: Buffer | null;
  answer_cipher: Buffer | null;
};

function read(secrets: Secrets, { reason_cipher, appeal_cipher, answer_cipher, ...row }: Row): Notice {
  const open = (cipher: Buffer | null) => (cipher === null ? null : secrets.decrypt(cipher));
  return { ...row, reason: secrets.decrypt(reason_cipher), appeal: open(appeal_cipher), answer: open(answer_cipher) };
}
