import type { Tx } from '#platform/database.ts';
import { enqueue } from '#platform/outbox.ts';

/** What the office that answers is told of a request: that it is there, that the last day is near, that it is today. */
export const clearanceNews = [
  'clearance-arrived',
  'clearance-to-read',
  'clearance-reminder',
  'clearance-last-day',
] as const;

/** The payload of `notify` about a request to a municipality; `round` tells one request from the next. */
export interface ClearanceNotice {
  readonly kind: (typeof clearanceNews)[number];
  readonly clearanceId: string;
  readonly round: number;
}

/** Asks the worker to write to the office's own mailbox. */
export async function tellOffice(
  tx: Tx,
  { kind, id, round, now }: { kind: ClearanceNotice['kind']; id: string; round: number; now: Temporal.Instant },
): Promise<void> {
  const payload: ClearanceNotice = { kind, clearanceId: id, round };
  await enqueue(tx, { task: 'notify', payload, at: now });
}
