import { markConfirmationSent, markConfirmUndelivered } from '#features/booking/index.ts';
import { noteEmailTaken } from '#features/identity/index.ts';
import type { Db, Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { transact } from '#platform/transaction.ts';
import type { ClaimedMessage } from './claim-message.ts';
import { recordOutcome } from './returned/record-outcome.ts';
import { isConfirmation, retryAfter } from './rules.ts';

/** The mail server took it. From here on a missing confirmation ends the booking, unless it comes back. */
export async function messageSent(deps: Deps, message: ClaimedMessage): Promise<void> {
  const now = deps.clock.now();
  await transact(deps.db, async (tx) => {
    const { bookingId, detail } = message;
    if (message.kind === 'confirm-request' && bookingId !== null && detail.startsAt !== undefined) {
      await markConfirmationSent(tx, { bookingId, startsAt: Temporal.Instant.from(detail.startsAt), now });
    }
    await noteEmailTaken(tx, { address: message.recipient, now });
    await close(tx, message, { status: 'sent', sent_at: now, last_error: null });
    return { ok: true };
  });
}

/** It has nothing to say any more. */
export function messageDropped(deps: Deps, message: ClaimedMessage): Promise<void> {
  return close(deps.db, message, { status: 'dropped' });
}

/** The mail server will never take it for this recipient: trying again is of no use. */
export async function messageRefused(deps: Deps, message: ClaimedMessage, code: string): Promise<void> {
  const now = deps.clock.now();
  deps.log.warn({ message: message.id, kind: message.kind, code }, 'the recipient of an e-mail was refused');
  await transact(deps.db, async (tx) => {
    await recordOutcome(tx, { messageId: message.id, outcome: 'refused', code, now });
    return { ok: true };
  });
}

/** The mail server did not take it now; after a day it is given up. */
export async function messageFailed(deps: Deps, message: ClaimedMessage, failure: string): Promise<void> {
  const now = deps.clock.now();
  const pause = retryAfter(message.attempts);
  const { id, kind, attempts } = message;
  deps.log.warn({ message: id, kind, attempts, failure }, 'an e-mail was not taken');
  await transact(deps.db, async (tx) => {
    if (pause === undefined) await handOverUnsent(tx, message, now);
    const next = pause === undefined ? { status: 'failed' as const } : { next_attempt_at: now.add(pause) };
    await close(tx, message, { last_error: failure, ...next });
    return { ok: true };
  });
}

async function handOverUnsent(
  tx: Tx,
  { bookingId, kind, detail }: ClaimedMessage,
  now: Temporal.Instant,
): Promise<void> {
  if (bookingId === null || !isConfirmation(kind)) return;
  const startsAt = detail.startsAt === undefined ? undefined : Temporal.Instant.from(detail.startsAt);
  await markConfirmUndelivered(tx, { bookingId, startsAt, why: 'not-sent', now });
}

type Change =
  | { status: 'dropped' }
  | { status: 'sent'; sent_at: Temporal.Instant; last_error: null }
  | { last_error: string; status?: 'failed'; next_attempt_at?: Temporal.Instant };

// A report may have come back before the answer of our own mail server.
async function close(db: Db | Tx, message: ClaimedMessage, change: Change): Promise<void> {
  await db
    .updateTable('message')
    .set(change)
    .where('id', '=', message.id)
    .where('status', '=', 'queued')
    .where('attempts', '=', message.attempts)
    .execute();
}
