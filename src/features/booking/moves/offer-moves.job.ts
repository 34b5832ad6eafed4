import type { z } from 'zod';
import { daysOff, movesAsked, type MovesAsked } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import type { Task } from '#platform/jobs.ts';
import { enqueue } from '#platform/outbox.ts';
import { transact } from '#platform/transaction.ts';
import { createSeatEngine, type SeatEngine } from '../seats/engine.ts';
import { beginMoves, endMoves } from '../mass/follow-moves.ts';
import { daysAhead, nearestSeats } from './nearest-seats.ts';
import { offerSeat } from './offer-seat.ts';
import { offerOfSeatEnds } from './offer.rules.ts';
import { chosenToMove, isLeft } from './chosen-to-move.query.ts';
import { recordNoSeat } from './record-offer.ts';
import { bookingsToMove, type BookingToMove } from './uncovered.query.ts';

/** Bookings that one run sees to: seconds of work, so a run that was killed is soon made up for. */
const chunk = 100;
/** Others take seats meanwhile: as often are the free ones looked up again. */
const rounds = 5;
/** Transactions at once: the rest of the worker's connections stay free for other tasks. */
const atOnce = 4;

/**
 * Offers another seat to each of these bookings that the office's hours no longer cover, or that an operator chose; whom
 * none is found for goes to the office's list, or stays where they can. Run twice, or killed in the middle and run again, each booking has one offer.
 */
export const offerMoves: Task = async (deps, payload) => {
  const wanted = movesAsked.parse(payload);
  await beginMoves(deps, wanted);
  if (wanted.bookingCodes.length > chunk) return split(deps, wanted);
  const engine = createSeatEngine(deps.pool);
  for (let round = 1; round <= rounds; round += 1) {
    const more = await offerRound(deps, engine, wanted, round === rounds);
    if (!more) break;
  }
  await endMoves(deps, wanted);
};

type Wanted = z.output<typeof movesAsked>;

/** Bookings of the same hour stay together: which of them have to leave is decided among them. */
async function split(deps: Deps, wanted: Wanted): Promise<void> {
  const sorted = await deps.db
    .selectFrom('booking')
    .select('code')
    .where('code', 'in', wanted.bookingCodes)
    .where('office_id', '=', wanted.officeId)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  const codes = sorted.map(({ code }) => code);
  await transact(deps.db, async (tx) => {
    for (let first = 0; first < codes.length; first += chunk) {
      const payload: MovesAsked = { ...wanted, bookingCodes: codes.slice(first, first + chunk) };
      await enqueue(tx, { task: 'offer-moves', payload, at: deps.clock.now() });
    }
    return { ok: true };
  });
}

/** Answers whether some lost their seat to others and want another try. */
async function offerRound(deps: Deps, engine: SeatEngine, wanted: Wanted, last: boolean): Promise<boolean> {
  const { officeId, bookingCodes: codes, cause, rule, leaving, round } = wanted;
  const massId = round?.id;
  const isChosen = cause === 'office';
  const operatorId = isChosen ? (round?.askedBy ?? null) : null;
  const now = deps.clock.now();
  const bookings = await (isChosen ? chosenToMove : bookingsToMove)(deps.db, { officeId, codes, now });
  const [first] = bookings;
  const without = leaving && first && isLeft(leaving, first.zone);
  const seats = await nearestSeats(deps.db, { officeId, bookings, rule, without, now });
  const off = await daysOff(deps.db, daysAhead(officeId, now));
  let lost = false;
  for (let next = 0; next < bookings.length; next += atOnce)
    await Promise.all(bookings.slice(next, next + atOnce).map(offerOne));
  return lost;

  async function offerOne(booking: BookingToMove): Promise<void> {
    const candidates = (seats.get(booking.id) ?? []).map(({ slotIds }) => slotIds);
    const about = { cause, operatorId, massId, now };
    if (candidates.length > 0) {
      const { startsAt: oldStartsAt, zone } = booking;
      const endsAt = (newStartsAt: Temporal.Instant) =>
        offerOfSeatEnds({ now, oldStartsAt, newStartsAt, zone, daysOff: off });
      const outcome = await offerSeat(deps, engine, { booking, candidates, endsAt, ...about });
      // Covered again, cancelled or offered by somebody else meanwhile: then nothing is left to do.
      if (outcome.ok || (outcome.reason !== 'slot-full' && outcome.reason !== 'hold-expired')) return;
      lost = true;
      if (!last) return;
    }
    // Who could stay does so, and need not hear that nothing was found.
    if (isChosen) return;
    await transact(deps.db, (tx) => recordNoSeat(tx, { bookingId: booking.id, ...about }));
  }
}
