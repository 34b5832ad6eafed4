import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** Who did it: shown in the booking's history. */
export type Actor =
  | { readonly kind: 'citizen'; readonly accountId: number | null }
  | { readonly kind: 'office'; readonly accountId: number }
  /** nobody known for sure: with the account that was logged in while a link was used, if any */
  | { readonly kind: 'system'; readonly accountId?: number | null };

/** Writes a booking's history. */
export async function recordEvent(
  tx: Tx,
  event: { bookingId: string; at: Temporal.Instant; kind: string; actor: Actor; detail?: Record<string, unknown> },
): Promise<void> {
  await tx
    .insertInto('booking_event')
    .values({
      booking_id: event.bookingId,
      at: event.at,
      kind: event.kind,
      actor: event.actor.kind,
      account_id: event.actor.accountId ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

/** What people are told of their booking, as bookings ask the task `notify` for it. */
export const bookingNews = [
  'booked',
  'confirmed',
  'cancelled',
  'moved',
  'person-removed',
  'confirm-request',
  'taken-in-charge',
  'given-back',
  'to-regularise',
  'examined-fine',
  'clearance-asked',
  'clearance-granted',
  'no-show-pause',
] as const;

/** What they are told of another seat, or of what they asked of the office. */
export const moveNews = [
  'move-offered',
  'move-no-seat',
  'move-expired',
  'move-withdrawn',
  'office-message',
  'request-answered',
] as const;

/** The payload of `notify`: `again` marks what may happen more than once, `about` is the offer, the request or the item of a mass action. */
export type BookingNotice =
  | { readonly kind: (typeof bookingNews)[number]; readonly bookingId: string; readonly again?: string }
  | { readonly kind: (typeof moveNews)[number]; readonly bookingId: string; readonly about: string };

/** Asks the worker to tell the people of a booking. Only `book.ts` asks by itself, for `booked`, within the statement that books. */
export async function notifyOf(tx: Tx, notice: BookingNotice & { readonly at: Temporal.Instant }): Promise<void> {
  const { at, ...payload } = notice;
  await enqueue(tx, { task: 'notify', payload, at });
}
