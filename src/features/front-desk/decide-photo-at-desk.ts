import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  type DecideRefusal,
  decidePhoto,
  type PhotoOutcome,
  type PhotoWhy,
  undoDecision,
  type UndoRefusal,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';

interface AtPhoto {
  readonly booking: Pick<Booking, 'id' | 'officeId'>;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

/** Records what an operator says of a photo, and writes down who did. The caller has checked the office and the task. */
export async function decideAtDesk(
  tx: Tx,
  secrets: Secrets,
  request: AtPhoto & { position: number; photoId: string; outcome: PhotoOutcome; why: PhotoWhy },
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const { booking, ...rest } = request;
  const decided = await decidePhoto(tx, secrets, { ...rest, bookingId: booking.id });
  if (decided.ok) await note(tx, request, `photo-${request.outcome}`, request.position);
  return decided;
}

/** Takes a decision back, and writes down who did. */
export async function undoAtDesk(
  tx: Tx,
  request: AtPhoto & { decisionId: string },
): Promise<Outcome<{ outcome: PhotoOutcome; position: number }, UndoRefusal>> {
  const { booking, ...rest } = request;
  const undone = await undoDecision(tx, { ...rest, bookingId: booking.id });
  if (undone.ok) await note(tx, request, 'photo-undone', undone.position);
  return undone;
}

function note(tx: Tx, { booking, operatorId, now }: AtPhoto, action: string, position: number): Promise<void> {
  const subject = `booking:${booking.id}`;
  const detail = { person: position };
  return audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, action, subject, detail });
}
