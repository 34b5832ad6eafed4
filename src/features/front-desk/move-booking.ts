import { randomUUID } from 'node:crypto';
import { audit } from '#features/audit/index.ts';
import {
  type Booking,
  carryClaim,
  hold,
  type HoldOwner,
  moveByOffice,
  offerOfSeatEnds,
  offerSeat,
  ownerKey,
  releaseHold,
  type SeatEngine,
} from '#features/booking/index.ts';
import { findOfferingById } from '#features/offices/index.ts';
import { daysOff } from '#features/planner/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type Outcome, transact } from '#platform/transaction.ts';

/** A free time chosen at the desk for a booking. */
export interface DeskMove {
  readonly booking: Booking;
  readonly slot: { readonly id: string; readonly slotIds: readonly string[] };
  readonly operatorId: number;
  readonly now: Temporal.Instant;
}

export type DeskMoveRefusal = 'lost' | 'over' | 'too-near';

/** Moves a booking whose people are at the desk or on the telephone: the seat is held, the booking moved, it is written down. */
export async function moveAtDesk(
  deps: Deps,
  engine: SeatEngine,
  { booking, slot, operatorId, now }: DeskMove,
): Promise<Outcome<object, DeskMoveRefusal>> {
  const offering = await findOfferingById(deps.db, booking.offeringId);
  if (!offering) return { ok: false, reason: 'lost' };
  const holdId = randomUUID();
  const owner: HoldOwner = { kind: 'desk', accountId: operatorId, form: holdId };
  if (booking.keptPlanners.length > 0) await carryClaim(deps.db, { bookingId: booking.id, holdId });
  const held = await hold(
    { engine, db: deps.db },
    {
      id: holdId,
      office: { id: booking.officeId, timeZone: booking.timeZone },
      offering: { ...offering, partyMax: Math.max(offering.partyMax, booking.party) },
      where: { slot: slot.id },
      party: booking.party,
      ownerKey: ownerKey(deps.secrets, owner),
      accountId: operatorId,
      rescheduleOf: booking.id,
      now,
    },
  );
  if (!held.ok) return { ok: false, reason: 'lost' };
  const outcome = await transact(deps.db, async (tx) => {
    const moved = await moveByOffice(tx, deps.secrets, { bookingId: booking.id, holdId, owner, operatorId, now });
    if (!moved.ok) return moved;
    const entry = { action: 'move-booking', subject: `booking:${booking.id}` };
    await audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, ...entry });
    return moved;
  });
  if (outcome.ok) return outcome;
  await releaseHold(deps.db, deps.secrets, { holdId, owner, now });
  return { ok: false, reason: outcome.reason === 'hold-expired' ? 'lost' : 'over' };
}

/** Offers a seat chosen at the desk; an earlier offer ends with it. */
export async function offerAtDesk(
  deps: Deps,
  engine: SeatEngine,
  { booking, slot, operatorId, now }: DeskMove,
): Promise<Outcome<object, DeskMoveRefusal>> {
  const { startsAt: oldStartsAt, timeZone: zone, officeId } = booking;
  // Three working days to decide: never more than some weeks from now.
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const off = await daysOff(deps.db, { officeId, from: today, to: today.add({ days: 60 }) });
  const outcome = await offerSeat(deps, engine, {
    booking,
    candidates: [slot.slotIds],
    cause: 'office',
    operatorId,
    endsAt: (newStartsAt) => offerOfSeatEnds({ now, oldStartsAt, newStartsAt, zone, daysOff: off }),
    now,
  });
  if (outcome.ok) {
    await transact(deps.db, async (tx) => {
      const entry = { action: 'offer-move', subject: `booking:${booking.id}` };
      await audit(tx, { at: now, accountId: operatorId, officeId: booking.officeId, ...entry });
      return { ok: true };
    });
    return outcome;
  }
  switch (outcome.reason) {
    case 'too-near':
      return { ok: false, reason: 'too-near' };
    case 'slot-full':
    case 'hold-expired':
      return { ok: false, reason: 'lost' };
    default:
      return { ok: false, reason: 'over' };
  }
}
