import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from './locked-booking.ts';
import { settleOffers } from './moves/settle-offers.ts';
import { recordEvent } from './record-event.ts';
import { tellOfPause } from './no-shows/tell-of-pause.ts';
import { type Mark, type MarkRefusal, markRefusal } from './mark.rules.ts';
import type { BookingStatus } from './status.rules.ts';

interface DeskRequest {
  readonly bookingId: string;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export type DeskRefusal = 'not-found' | MarkRefusal | 'already-booked';
type DeskOutcome = Outcome<object, DeskRefusal>;

/** The people have arrived: on the day of the appointment. */
export function checkIn(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { mark: 'check-in', to: 'checked-in', live: true, kind: 'checked-in' });
}

/** The people have been served: they may book the service again. */
export function markServed(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { mark: 'serve', to: 'served', live: false, kind: 'served' });
}

/** Nobody came: only once the appointment has begun. */
export function markNoShow(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { mark: 'no-show', to: 'no-show', live: false, kind: 'no-show' });
}

/** Takes back the last of these marks, made by mistake. */
export async function undoMark(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  try {
    return await change(tx, request, { mark: 'undo', to: 'confirmed', live: true, kind: 'mark-undone' });
  } catch (error) {
    // They have booked again meanwhile.
    if (brokenConstraint(error) === 'booking_person_one_live') return { ok: false, reason: 'already-booked' };
    throw error;
  }
}

/** People who have arrived are called to the desk: history only. */
export async function callToDesk(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  const found = await lockToMark(tx, request, 'call');
  if (!found.ok) return found;
  await record(tx, request, found.booking, 'called');
  return { ok: true };
}

async function change(
  tx: Tx,
  request: DeskRequest,
  how: { mark: Mark; to: BookingStatus; live: boolean; kind: string },
): Promise<DeskOutcome> {
  const found = await lockToMark(tx, request, how.mark);
  if (!found.ok) return found;
  const { booking } = found;
  await sql`UPDATE booking_person SET live = ${how.live} WHERE booking_id = ${booking.id}`.execute(tx);
  await tx.updateTable('booking').set({ status: how.to, live: how.live }).where('id', '=', booking.id).execute();
  // A seat offered instead is of no use any more to people who came, or who can no longer answer.
  if (how.mark !== 'undo') await settleOffers(tx, { bookingId: booking.id, now: request.now });
  await record(tx, request, booking, how.kind);
  if (how.mark === 'no-show') await tellOfPause(tx, booking, request.now);
  return { ok: true };
}

async function lockToMark(
  tx: Tx,
  { bookingId, now }: DeskRequest,
  mark: Mark,
): Promise<Outcome<{ booking: LockedBooking }, DeskRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const reason = markRefusal(booking, mark, now);
  return reason === undefined ? { ok: true, booking } : { ok: false, reason };
}

function record(tx: Tx, request: DeskRequest, booking: LockedBooking, kind: string): Promise<void> {
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  return recordEvent(tx, { bookingId: booking.id, at: request.now, kind, actor });
}
