import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { lockBooking } from '../locked-booking.ts';
import { recordEvent } from '../record-event.ts';
import { expected } from '../status.rules.ts';

/**
 * An operator goes on with what another has in charge. They say whom they saw working on it: if that has changed
 * meanwhile, nothing happens and they look again.
 */
export async function takeOver(
  tx: Tx,
  request: { bookingId: string; operatorId: number; from: number; now: Temporal.Instant },
): Promise<Outcome<object, 'not-found' | 'over' | 'wrong-state'>> {
  const { bookingId, operatorId, from, now } = request;
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (!expected.includes(booking.status)) return { ok: false, reason: 'over' };
  if (booking.takenInChargeBy === operatorId) return { ok: true };
  if (booking.takenInChargeBy !== from) return { ok: false, reason: 'wrong-state' };
  await tx.updateTable('booking').set({ taken_in_charge_by: operatorId }).where('id', '=', bookingId).execute();
  const actor = { kind: 'office', accountId: operatorId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'taken-over', actor, detail: { from } });
  return { ok: true };
}
