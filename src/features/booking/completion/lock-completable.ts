import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import type { CompletionRules } from '#features/offices/index.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import type { Actor } from '../record-event.ts';
import { openRequestFor } from '../photo-decision/open-request.query.ts';
import { mayComplete } from './completion.rules.ts';

export type CompleteRefusal = 'not-found' | 'cancelled' | 'over' | 'too-late';

/**
 * Locks a booking to which something is added: its people may until the office’s hour, the office until it has served
 * them. With the `position` of somebody whose photo it is, also until the appointment while the office asks for another.
 * `maySendPhoto` says the same to pages. Answers with the rules of what may be added.
 */
export async function lockCompletable(
  tx: Tx,
  { bookingId, position, actor, now }: { bookingId: string; position?: number; actor: Actor; now: Temporal.Instant },
): Promise<Outcome<{ booking: LockedBooking; rules: CompletionRules }, CompleteRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  const rules = booking && (await rulesOf(tx, booking.offeringId));
  if (!booking || !rules) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'cancelled' };
  if (booking.status === 'served' || booking.status === 'no-show') return { ok: false, reason: 'over' };
  const open = mayComplete({ live: true, startsAt: booking.startsAt, completion: rules }, now);
  if (actor.kind === 'citizen' && !open && !(await isAsked())) return { ok: false, reason: 'too-late' };
  return { ok: true, booking, rules };

  async function isAsked(): Promise<boolean> {
    if (position === undefined || booking === undefined) return false;
    if (Temporal.Instant.compare(now, booking.startsAt) >= 0) return false;
    return openRequestFor(tx, { bookingId, position });
  }
}

/** Locks a booking whose photo is taken back: that may be done as long as it is there, after the hour and the visit too. */
export async function lockErasable(
  tx: Tx,
  { bookingId }: { bookingId: string },
): Promise<Outcome<{ booking: LockedBooking }, 'not-found'>> {
  const booking = await lockBooking(tx, bookingId);
  return booking ? { ok: true, booking } : { ok: false, reason: 'not-found' };
}

async function rulesOf(tx: Tx, offeringId: number): Promise<CompletionRules | undefined> {
  const { rows } = await sql<CompletionRules>`
    SELECT photo, delivery, delivery_modes AS "deliveryModes", delegate, completion_cutoff_hours AS "completionCutoffHours"
    FROM offering WHERE id = ${offeringId}`.execute(tx);
  return rows[0];
}
