import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import { brokenConstraint, type Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from './locked-booking.ts';
import { recordEvent } from './record-event.ts';
import type { BookingStatus } from './rules.ts';

interface DeskRequest {
  readonly bookingId: string;
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export type DeskRefusal = 'not-found' | 'cancelled' | 'wrong-state' | 'too-early' | 'already-booked';
type DeskOutcome = Outcome<object, DeskRefusal>;

const expected: readonly BookingStatus[] = ['awaiting-clearance', 'awaiting-office', 'booked', 'confirmed'];

/** The people have arrived. */
export function checkIn(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { from: expected, to: 'checked-in', live: true, kind: 'checked-in' });
}

/** The people have been served: they may book the service again. */
export function markServed(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { from: [...expected, 'checked-in'], to: 'served', live: false, kind: 'served' });
}

/** Nobody came: only once the appointment has begun. */
export function markNoShow(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  return change(tx, request, { from: expected, to: 'no-show', live: false, kind: 'no-show', afterStart: true });
}

/** Takes back the last of these marks, made by mistake. */
export async function undoMark(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  try {
    return await change(tx, request, {
      from: ['checked-in', 'served', 'no-show'],
      to: 'confirmed',
      live: true,
      kind: 'mark-undone',
    });
  } catch (error) {
    // They have booked again meanwhile.
    if (brokenConstraint(error) === 'booking_person_one_live') return { ok: false, reason: 'already-booked' };
    throw error;
  }
}

/** The people are called to the desk: history only. */
export async function callToDesk(tx: Tx, request: DeskRequest): Promise<DeskOutcome> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'cancelled' };
  await record(tx, request, booking, 'called');
  return { ok: true };
}

async function change(
  tx: Tx,
  request: DeskRequest,
  how: { from: readonly BookingStatus[]; to: BookingStatus; live: boolean; kind: string; afterStart?: boolean },
): Promise<DeskOutcome> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  if (booking.status === 'cancelled') return { ok: false, reason: 'cancelled' };
  if (!how.from.includes(booking.status)) return { ok: false, reason: 'wrong-state' };
  if (how.afterStart && Temporal.Instant.compare(request.now, booking.startsAt) < 0)
    return { ok: false, reason: 'too-early' };
  await sql`UPDATE booking_person SET live = ${how.live} WHERE booking_id = ${booking.id}`.execute(tx);
  await tx.updateTable('booking').set({ status: how.to, live: how.live }).where('id', '=', booking.id).execute();
  await record(tx, request, booking, how.kind);
  return { ok: true };
}

function record(tx: Tx, request: DeskRequest, booking: LockedBooking, kind: string): Promise<void> {
  const actor = { kind: 'office', accountId: request.operatorId } as const;
  return recordEvent(tx, { bookingId: booking.id, at: request.now, kind, actor });
}
