import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** Who did it: shown in the booking's history. */
export type Actor =
  | { readonly kind: 'citizen'; readonly accountId: number | null }
  | { readonly kind: 'office'; readonly accountId: number }
  | { readonly kind: 'system' };

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
      account_id: event.actor.kind === 'system' ? null : event.actor.accountId,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .execute();
}

/** Asks the worker to tell the people of a booking; `about` is the offer or the request it speaks of. */
export async function notifyOf(
  tx: Tx,
  notice: { kind: string; bookingId: string; about?: string; at: Temporal.Instant },
): Promise<void> {
  const { at, ...payload } = notice;
  await enqueue(tx, { task: 'notify', payload, at });
}
