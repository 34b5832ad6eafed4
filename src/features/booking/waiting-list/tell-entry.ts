import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** What people on a waiting list are told by e-mail. */
export const waitingNews = [
  'waiting-joined',
  'waiting-offer',
  'waiting-lapsed',
  'waiting-withdrawn',
  'waiting-still-needed',
  'waiting-asleep',
  'waiting-ended',
  'waiting-removed',
  'waiting-booked',
] as const;

/** The payload of `notify`: `about` is the offer, or the instant that tells one event of a kind from the next. */
export interface WaitingNotice {
  readonly kind: (typeof waitingNews)[number];
  readonly entryId: string;
  readonly about: string;
}

/** Asks the worker to tell somebody on the list. */
export async function tellEntry(tx: Tx, notice: WaitingNotice & { readonly at: Temporal.Instant }): Promise<void> {
  const { at, ...payload } = notice;
  await enqueue(tx, { task: 'notify', payload, at });
}

/** Has the worker look whether a seat that is not public yet suits this entry: it is new, or its wishes have changed. */
export async function askForSeats(tx: Tx, { entryId, at }: { entryId: string; at: Temporal.Instant }): Promise<void> {
  await enqueue(tx, { task: 'waiting-list-offers', payload: { entryId }, at });
}
