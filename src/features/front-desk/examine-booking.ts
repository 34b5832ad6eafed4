import { audit } from '#features/audit/index.ts';
import {
  approve,
  askToRegularise,
  type Booking,
  type ExamineRefusal,
  type Missing,
  reject,
  takeOver,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Outcome } from '#platform/transaction.ts';

/** What an operator found. */
export type Finding =
  | { readonly outcome: 'fine'; readonly giveBack: boolean }
  | { readonly outcome: 'to-regularise'; readonly missing: Missing; readonly by: Temporal.PlainDate }
  | { readonly outcome: 'rejected'; readonly reason: string };

interface Examiner {
  readonly booking: Pick<Booking, 'id' | 'officeId' | 'timeZone'>;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

type Refusal = ExamineRefusal | 'already-cancelled' | 'past' | 'after-appointment';

/** Records what came of an examination, and writes down who did. The caller has checked the office and the task. */
export async function examineBooking(
  tx: Tx,
  secrets: Secrets,
  { finding, ...examiner }: Examiner & { finding: Finding },
): Promise<Outcome<object, Refusal>> {
  const { booking, operatorId, now } = examiner;
  const about = { bookingId: booking.id, operatorId, now };
  const outcome = await record();
  if (outcome.ok) await note(tx, examiner, `examine-${finding.outcome}`);
  return outcome;

  function record(): Promise<Outcome<object, Refusal>> {
    switch (finding.outcome) {
      case 'fine':
        return approve(tx, { ...about, giveBack: finding.giveBack });
      case 'to-regularise':
        return askToRegularise(tx, secrets, {
          ...about,
          missing: finding.missing,
          by: finding.by,
          zone: booking.timeZone,
        });
      case 'rejected':
        return reject(tx, secrets, { ...about, reason: finding.reason });
    }
  }
}

/** Goes on with what a colleague has in charge, and writes down who did. */
export async function takeOverBooking(
  tx: Tx,
  { from, ...examiner }: Examiner & { from: number },
): Promise<Outcome<object, 'not-found' | 'over' | 'wrong-state'>> {
  const { booking, operatorId, now } = examiner;
  const outcome = await takeOver(tx, { bookingId: booking.id, operatorId, from, now });
  if (outcome.ok) await note(tx, examiner, 'booking-take-over');
  return outcome;
}

function note(tx: Tx, { booking, operatorId, now }: Examiner, action: string): Promise<void> {
  const subject = `booking:${booking.id}`;
  return audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, action, subject });
}
