import type { Tx } from '#platform/database.ts';
import type { Language } from '#platform/language.ts';
import { bookingKey, type BookingKind, type MessageDetail, type MessageKind, type MoveKind } from './rules.ts';

export interface NewMessage {
  readonly key: string;
  readonly kind: MessageKind;
  readonly bookingId?: string | undefined;
  readonly accountId?: number | undefined;
  readonly detail: MessageDetail;
  readonly recipient: string;
  readonly language: Language;
  /** it waits until then, and is woken within the minute after; at once where absent */
  readonly notBefore?: Temporal.Instant;
}

/** Ends what stands in the place of an address where an account has none (RFC 2606). */
const noMailbox = '.invalid';

/** Writes messages down and has them sent after the commit; those written before are left alone. */
export async function addMessages(tx: Tx, messages: readonly NewMessage[], at: Temporal.Instant): Promise<void> {
  const deliverable = messages.filter(({ recipient }) => !recipient.endsWith(noMailbox));
  if (deliverable.length === 0) return;
  const written = await tx
    .insertInto('message')
    .values(
      deliverable.map((message) => ({
        dedupe_key: message.key,
        kind: message.kind,
        booking_id: message.bookingId ?? null,
        account_id: message.accountId ?? null,
        detail: JSON.stringify(message.detail),
        recipient: message.recipient,
        language: message.language,
        created_at: at,
        next_attempt_at: message.notBefore ?? at,
      })),
    )
    .onConflict((on) => on.constraint('message_once').doNothing())
    .returning(['id', 'next_attempt_at as due'])
    .execute();
  const dueNow = written.filter(({ due }) => Temporal.Instant.compare(due, at) <= 0);
  await sendSoon(
    tx,
    dueNow.map((message) => message.id),
    at,
  );
}

/** Has the worker try these messages once this transaction is kept. */
export async function sendSoon(tx: Tx, ids: readonly string[], at: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insertInto('outbox')
    .values(ids.map((messageId) => ({ task: 'send-message', payload: JSON.stringify({ messageId }), created_at: at })))
    .execute();
}

export interface BookingToWriteAbout {
  readonly id: string;
  readonly startsAt: Temporal.Instant;
  readonly accountId: number | null;
  readonly recipient: string;
  readonly language: Language;
}

/** A message about a booking, to whoever made it. `again`: when the office had it sent once more. */
export function bookingMessage(kind: BookingKind, booking: BookingToWriteAbout, again?: string): NewMessage {
  const key = bookingKey(kind, booking.id, booking.startsAt);
  return {
    key: again === undefined ? key : `${key}:${again}`,
    kind,
    bookingId: booking.id,
    accountId: booking.accountId ?? undefined,
    detail: { startsAt: booking.startsAt.toString() },
    recipient: booking.recipient,
    language: booking.language,
  };
}

/** A message about an offer or a request: one for each. */
export function moveMessage(
  { kind, about }: { kind: MoveKind; about: string },
  booking: BookingToWriteAbout,
): NewMessage {
  return {
    key: moveKey(kind, about),
    kind,
    bookingId: booking.id,
    accountId: booking.accountId ?? undefined,
    detail: { about },
    recipient: booking.recipient,
    language: booking.language,
  };
}

/** Of a message about something that has a number of its own. */
export function moveKey(kind: MessageKind, about: string): string {
  return `${kind}:${about}`;
}
