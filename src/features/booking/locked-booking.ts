import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { ChangedMeanwhile } from '#platform/transaction.ts';
import type { PreCheckState } from './examination/pre-check.rules.ts';
import type { BookingState, BookingStatus, CancelledBy, Channel, ConfirmBy } from './status.rules.ts';

export interface LockedBooking extends BookingState {
  readonly id: string;
  readonly code: string;
  readonly status: BookingStatus;
  readonly accountId: number | null;
  readonly officeId: number;
  readonly offeringId: number;
  readonly serviceCode: string;
  readonly slotIds: string[];
  readonly party: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly takenInChargeBy: number | null;
  readonly confirmRequestedAt: Temporal.Instant | null;
  readonly confirmSentAt: Temporal.Instant | null;
  readonly confirmUndeliveredAt: Temporal.Instant | null;
  readonly confirmBy: ConfirmBy;
  readonly cancelledBy: CancelledBy | null;
  readonly channel: Channel;
  /** What its seats count as in the quotas of its planner; null: it has none. */
  readonly quotaGroup: string | null;
  readonly preCheck: PreCheckState | null;
}

/**
 * Locks a booking before it is changed: its slots first, in id order, then its row, as every writer does.
 * Undefined when there is no such booking.
 */
export async function lockBooking(tx: Tx, bookingId: string): Promise<LockedBooking | undefined> {
  const slots = await sql<{ id: string }>`
    SELECT id FROM slot WHERE id = ANY (SELECT unnest(slot_ids) FROM booking WHERE id = ${bookingId})
    ORDER BY id FOR NO KEY UPDATE`.execute(tx);
  const { rows } = await sql<LockedBooking>`
    SELECT id, code, status, account_id AS "accountId", office_id AS "officeId", offering_id AS "offeringId",
           service_code AS "serviceCode", slot_ids AS "slotIds", party, starts_at AS "startsAt", ends_at AS "endsAt",
           taken_in_charge_at AS "takenInChargeAt", taken_in_charge_by AS "takenInChargeBy",
           confirm_opens_at AS "confirmOpensAt", confirm_closes_at AS "confirmClosesAt", confirm_requested_at AS "confirmRequestedAt",
           confirm_sent_at AS "confirmSentAt", confirm_undelivered_at AS "confirmUndeliveredAt", confirm_by AS "confirmBy",
           cancelled_by AS "cancelledBy", cancel_closes_at AS "cancelClosesAt", channel, quota_group AS "quotaGroup", pre_check AS "preCheck",
           citizen_confirmed_at AS "citizenConfirmedAt"
    FROM booking WHERE id = ${bookingId} FOR UPDATE`.execute(tx);
  const [booking] = rows;
  // Moved while we waited for its old slots: its new ones must be locked before its row, so all begins again.
  const locked = new Set(slots.rows.map((slot) => slot.id));
  if (booking?.slotIds.some((id) => !locked.has(id))) throw new ChangedMeanwhile('the booking was moved');
  return booking;
}
