import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { effectOf, type MessageState, type ReceiptKind } from '../rules.ts';
import type { CertifiedSubjects } from '../subject.ts';
import type { CertifiedData } from './daticert.ts';
import { messagesReadBy } from './messages-read-by.ts';
import '../tables.ts';

/** `unknown`: no message of this mailbox; `mismatch`: headers, file and message do not say the same. */
export type ReceiptRefusal = 'unknown' | 'mismatch';

/**
 * Keeps a receipt and what it changes. It counts once, and only when its header, the provider's file and our message
 * name the same Message-ID, kind and recipient.
 */
export async function recordReceipt(
  tx: Tx,
  request: {
    certifiedAccountId: number;
    /** as its headers say */
    header: { receipt: ReceiptKind; about: string };
    data: CertifiedData;
    /** the receipt's own Message-ID */
    ownId: string;
    raw: Uint8Array;
    secrets: Secrets;
    subjects: CertifiedSubjects;
    now: Temporal.Instant;
  },
): Promise<{ ok: true; isNew: boolean } | { ok: false; reason: ReceiptRefusal }> {
  const { header, data, secrets, now } = request;
  const message = await tx
    .selectFrom('certified_message')
    .selectAll()
    .where('message_id', '=', bracketed(header.about))
    .where(messagesReadBy(request.certifiedAccountId))
    .forUpdate()
    .executeTakeFirst();
  if (message === undefined) return { ok: false, reason: 'unknown' };
  const isOfOther = data.recipient !== null && data.recipient !== message.recipient;
  if (data.kind !== header.receipt || bracketed(data.messageId) !== message.message_id || isOfOther) {
    return { ok: false, reason: 'mismatch' };
  }
  const kept = await tx
    .insertInto('certified_receipt')
    .values({
      message_id: message.id,
      kind: header.receipt,
      own_id: request.ownId,
      at: data.at,
      error: data.error === 'nessuno' ? null : data.error,
      words: data.words,
      read_at: now,
      raw_cipher: secrets.seal(request.raw, `certified-receipt ${message.id}`),
    })
    .onConflict((on) => on.constraint('certified_receipt_once').doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 0n) return { ok: true, isNew: false };
  const change = changeBy(header.receipt, message.state, data);
  const sentAt = message.sent_at ?? data.at;
  await tx
    .updateTable('certified_message')
    .set({ provider_id: message.provider_id ?? data.identifier, sent_at: sentAt, ...change })
    .where('id', '=', message.id)
    .execute();
  if (change.state !== undefined && change.state !== message.state) {
    const news = { aboutId: message.about_id, state: change.state, at: data.at };
    await request.subjects[message.about]?.changed?.(tx, news);
  }
  return { ok: true, isNew: true };
}

interface Change {
  readonly state?: MessageState;
  readonly fault?: string | null;
  readonly accepted_at?: Temporal.Instant;
  readonly delivered_at?: Temporal.Instant;
  readonly failed_at?: Temporal.Instant | null;
}

function changeBy(kind: ReceiptKind, state: MessageState, data: CertifiedData): Change {
  switch (effectOf(kind, state)) {
    case 'accepted':
      return { state: 'accepted', fault: null, accepted_at: data.at };
    case 'delivered':
      return { state: 'delivered', fault: null, delivered_at: data.at, failed_at: null };
    case 'failed':
      return { state: 'failed', fault: faultOf(kind, data), failed_at: data.at };
    case 'delayed':
      return { fault: 'delayed' };
    case 'none':
      // An acceptance that is read after the delivery still has its time.
      return kind === 'accettazione' ? { accepted_at: data.at } : {};
  }
}

/** What the page says about it; the provider's own words are on the receipt. */
function faultOf(kind: ReceiptKind, data: CertifiedData): string {
  if (kind === 'rilevazione-virus' || data.error === 'virus') return 'virus';
  if (data.error === 'no-dest' || data.error === 'no-dominio') return data.error;
  return kind === 'non-accettazione' ? 'not-accepted' : 'not-delivered';
}

function bracketed(id: string): string {
  return `<${id.trim().replace(/^<|>$/g, '')}>`;
}
