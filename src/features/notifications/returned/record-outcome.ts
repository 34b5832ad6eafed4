import { markConfirmUndelivered } from '#features/booking/index.ts';
import { type EmailFailureReason, noteEmailFailed, noteEmailWorks } from '#features/identity/index.ts';
import type { Tx } from '#platform/database.ts';
import { failureReason, isConfirmation } from '../rules.ts';

export interface MessageOutcome {
  readonly messageId: string;
  readonly outcome: 'refused' | 'bounced' | 'delivered';
  readonly code: string | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Writes down what became of a message, with all that follows: the address is known to fail or to work, and a booking
 * whose confirmation request came back goes to the office. Reports may come late, twice, and for a message that our side
 * still believes to be waiting. Answers whether anything was new.
 */
export async function recordOutcome(tx: Tx, request: MessageOutcome): Promise<boolean> {
  const { messageId, outcome, now } = request;
  const message = await tx
    .selectFrom('message')
    .select(['kind', 'booking_id', 'detail', 'recipient', 'status', 'sent_at', 'created_at'])
    .where('id', '=', messageId)
    .executeTakeFirst();
  if (message === undefined || isFinal(message.status, outcome)) return false;
  if (outcome === 'delivered') {
    await noteEmailWorks(tx, { address: message.recipient });
    return write(tx, request);
  }
  // The booking and its slots are locked before the message, as everywhere.
  if (message.booking_id !== null && isConfirmation(message.kind)) {
    const startsAt = message.detail.startsAt === undefined ? undefined : Temporal.Instant.from(message.detail.startsAt);
    await markConfirmUndelivered(tx, { bookingId: message.booking_id, startsAt, why: outcome, now });
  }
  const reason: EmailFailureReason = failureReason(request.code);
  const sentAt = message.sent_at ?? message.created_at;
  await noteEmailFailed(tx, { address: message.recipient, reason, sentAt, now });
  return write(tx, request);
}

/** What comes back stays so, even if another recipient's server says that it was delivered. */
function isFinal(status: string, outcome: MessageOutcome['outcome']): boolean {
  if (status === 'bounced' || status === 'refused') return true;
  return outcome === 'delivered' && status === 'delivered';
}

async function write(tx: Tx, { messageId, outcome, code, now }: MessageOutcome): Promise<boolean> {
  const written = await tx
    .updateTable('message')
    .set({ status: outcome, outcome_at: now, outcome_code: code ?? null })
    .where('id', '=', messageId)
    .where('status', 'not in', ['bounced', 'refused'])
    .executeTakeFirst();
  return written.numUpdatedRows > 0n;
}
