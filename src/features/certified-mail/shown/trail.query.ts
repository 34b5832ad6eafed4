import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { MessageState, ReceiptKind } from '../rules.ts';
import '../tables.ts';

export interface ShownReceipt {
  readonly id: string;
  readonly kind: ReceiptKind;
  readonly at: Temporal.Instant;
  readonly error: string | null;
  readonly words: string | null;
}

export interface ShownAnswer {
  readonly id: string;
  readonly certified: boolean;
  readonly sender: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Temporal.Instant;
  readonly isSettled: boolean;
  readonly files: readonly { readonly position: number; readonly name: string; readonly size: number }[];
}

/** One certified e-mail with all that came back about it. */
export interface CertifiedTrail {
  readonly id: string;
  readonly recipient: string;
  readonly mark: string;
  readonly state: MessageState;
  readonly fault: string | null;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly isSettled: boolean;
  readonly receipts: readonly ShownReceipt[];
  readonly answers: readonly ShownAnswer[];
}

/** What was sent about a row of another feature, the last one first. */
export async function certifiedTrails(
  db: Db | Tx,
  secrets: Secrets,
  of: { about: string; aboutId: string | number },
): Promise<CertifiedTrail[]> {
  const messages = await db
    .selectFrom('certified_message')
    .select([
      'id',
      'recipient',
      'mark',
      'state',
      'fault',
      'created_at as createdAt',
      'sent_at as sentAt',
      'accepted_at as acceptedAt',
      'delivered_at as deliveredAt',
      'failed_at as failedAt',
      'settled_at as settledAt',
    ])
    .where('about', '=', of.about)
    .where('about_id', '=', String(of.aboutId))
    .where('state', '<>', 'dropped')
    .orderBy('id', 'desc')
    .execute();
  if (messages.length === 0) return [];
  const ids = messages.map(({ id }) => id);
  const [receipts, answers] = await Promise.all([receiptsOf(db, ids), answersOf(db, secrets, ids)]);
  return messages.map(({ settledAt, ...message }) => ({
    ...message,
    isSettled: settledAt !== null,
    receipts: receipts.filter((receipt) => receipt.messageId === message.id),
    answers: answers.filter((answer) => answer.messageId === message.id),
  }));
}

async function receiptsOf(db: Db | Tx, ids: readonly string[]) {
  return db
    .selectFrom('certified_receipt')
    .select(['id', 'message_id as messageId', 'kind', 'at', 'error', 'words'])
    .where('message_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

interface AnswerRow {
  id: string;
  messageId: string;
  certified: boolean;
  sender: string;
  subject: Buffer;
  text: Buffer;
  at: Temporal.Instant;
  isSettled: boolean;
}

async function answersOf(db: Db | Tx, secrets: Secrets, ids: readonly string[]) {
  const { rows } = await sql<AnswerRow>`
    SELECT id, message_id AS "messageId", certified, sender, subject_cipher AS subject, text_cipher AS text,
           arrived_at AS at, settled_at IS NOT NULL AS "isSettled"
    FROM certified_answer WHERE message_id = ANY (${ids}::bigint[]) ORDER BY arrived_at, id`.execute(db);
  if (rows.length === 0) return [];
  const files = await db
    .selectFrom('certified_answer_file')
    .select(['answer_id as answerId', 'position', 'name_cipher as name', 'size'])
    .where(
      'answer_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...row,
    subject: secrets.decrypt(row.subject),
    text: secrets.decrypt(row.text),
    files: files
      .filter((file) => file.answerId === row.id)
      .map(({ position, name, size }) => ({ position, name: secrets.decrypt(name), size })),
  }));
}
