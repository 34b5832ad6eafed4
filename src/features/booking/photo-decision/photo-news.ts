import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** What people are told of their photo, as bookings ask the task `notify` for it. */
export const photoNews = ['photo-asked', 'photo-not-asked'] as const;

/** The payload of `notify`: `photo` is the office’s decision about it. */
export interface PhotoNotice {
  readonly kind: (typeof photoNews)[number];
  readonly bookingId: string;
  readonly photo: string;
}

export async function notifyOfPhoto(
  tx: Tx,
  { at, ...notice }: PhotoNotice & { readonly at: Temporal.Instant },
): Promise<void> {
  await enqueue(tx, { task: 'notify', payload: notice, at });
}
