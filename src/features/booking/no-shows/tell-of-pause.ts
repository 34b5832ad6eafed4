import type { Tx } from '#platform/database.ts';
import type { LockedBooking } from '../locked-booking.ts';
import { notifyOf } from '../record-event.ts';
import { pauseAt } from './pause.query.ts';

/** Whoever may not book for a while from this absence on is written to: once, as it begins. */
export async function tellOfPause(tx: Tx, booking: LockedBooking, now: Temporal.Instant): Promise<void> {
  const { id: bookingId, accountId, officeId, serviceCode } = booking;
  if (accountId === null) return;
  const pause = await pauseAt(tx, { accountId, officeId, serviceCode, now });
  if (pause?.missed.some((one) => one.bookingId === bookingId)) {
    await notifyOf(tx, { kind: 'no-show-pause', bookingId, at: now });
  }
}
