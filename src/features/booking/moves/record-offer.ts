import { sql } from 'kysely';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { type Actor, notifyOf, recordEvent } from '../record-event.ts';
import { endRefusal } from '../cancel.rules.ts';
import { isUncovered } from './uncovered.query.ts';
import type { OfferCause, OfferState } from './offer.rules.ts';
import { settleOffers } from './settle-offers.ts';

interface OfferRequest {
  readonly bookingId: string;
  readonly cause: OfferCause;
  /** The operator who chose the seat; null for offers after a change of hours. */
  readonly operatorId: number | null;
  /** The mass action it is part of. */
  readonly massId?: string | undefined;
  readonly now: Temporal.Instant;
}

export type OfferRefusal = 'not-found' | 'already-cancelled' | 'over' | 'covered' | 'already-offered' | 'hold-expired';

/**
 * Offers a booking the seat of a hold made for it. Until here the hold is one of a few minutes, so a seat held by a
 * worker that then died comes back by itself; from here it is kept until the offer ends.
 */
export async function recordOffer(
  tx: Tx,
  request: OfferRequest & { holdId: string; endsAt: Temporal.Instant },
): Promise<Outcome<{ offerId: string }, OfferRefusal>> {
  const { bookingId, holdId, endsAt, now } = request;
  const booking = await openBooking(tx, request);
  if (!booking.ok) return booking;
  const kept = await sql<{ starts: Temporal.Instant; ends: Temporal.Instant }>`
    UPDATE hold SET expires_at = ${endsAt}
    WHERE id = ${holdId} AND state = 'live' AND expires_at > ${now} AND reschedule_of = ${bookingId}
    RETURNING starts_at AS starts, ends_at AS ends`.execute(tx);
  const [seat] = kept.rows;
  if (seat === undefined) return { ok: false, reason: 'hold-expired' };
  const offerId = await write(tx, booking, request, {
    state: 'offered',
    hold_id: holdId,
    starts_at: seat.starts,
    ends_at: seat.ends,
    expires_at: endsAt,
  });
  const detail = { from: booking.startsAt.toString(), to: seat.starts.toString(), until: endsAt.toString() };
  await recordEvent(tx, { bookingId, at: now, kind: 'move-offered', actor: actorOf(request), detail });
  await notifyOf(tx, { kind: 'move-offered', bookingId, about: offerId, at: now });
  return { ok: true, offerId };
}

/** No seat was found for a booking that can not stay: the office has to see to it, and its people are told. */
export async function recordNoSeat(tx: Tx, request: OfferRequest): Promise<Outcome<object, OfferRefusal>> {
  const { bookingId, now } = request;
  const booking = await openBooking(tx, request);
  if (!booking.ok) return booking;
  const none = { state: 'no-seat', hold_id: null, starts_at: null, ends_at: null, expires_at: null } as const;
  const offerId = await write(tx, booking, request, none);
  await recordEvent(tx, { bookingId, at: now, kind: 'no-seat-found', actor: actorOf(request) });
  await notifyOf(tx, { kind: 'move-no-seat', bookingId, about: offerId, at: now });
  return { ok: true };
}

/** The booking, locked, if an offer may be made: after a change of hours only one, and only while it is not covered. */
async function openBooking(tx: Tx, request: OfferRequest): Promise<Outcome<LockedBooking, OfferRefusal>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const end = endRefusal(booking);
  if (end !== undefined) return { ok: false, reason: end };
  // Chosen one by one at the desk, an offer takes the place of whatever was offered before.
  if (request.cause === 'office' && request.massId === undefined) return { ...booking, ok: true };
  const open = await tx
    .selectFrom('proposal')
    .select('state')
    .where('booking_id', '=', booking.id)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  // An offer that ended unanswered is made again when somebody asks for it; one that was declined is the office's to settle.
  if (open !== undefined && open.state !== 'expired') return { ok: false, reason: 'already-offered' };
  if (request.cause === 'office') return { ...booking, ok: true };
  return (await isUncovered(tx, booking)) ? { ...booking, ok: true } : { ok: false, reason: 'covered' };
}

interface Seat {
  readonly state: OfferState;
  readonly hold_id: string | null;
  readonly starts_at: Temporal.Instant | null;
  readonly ends_at: Temporal.Instant | null;
  readonly expires_at: Temporal.Instant | null;
}

async function write(tx: Tx, booking: LockedBooking, request: OfferRequest, seat: Seat): Promise<string> {
  await settleOffers(tx, { bookingId: booking.id, now: request.now });
  const { id } = await tx
    .insertInto('proposal')
    .values({
      ...seat,
      booking_id: booking.id,
      office_id: booking.officeId,
      cause: request.cause,
      old_starts_at: booking.startsAt,
      offered_by: request.operatorId,
      mass_id: request.massId ?? null,
      created_at: request.now,
      decided_at: null,
      settled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function actorOf({ operatorId }: OfferRequest): Actor {
  return operatorId === null ? { kind: 'system' } : { kind: 'office', accountId: operatorId };
}
