import { randomUUID } from 'node:crypto';
import type { Deps } from '#platform/deps.ts';
import type { Outcome } from '#platform/transaction.ts';
import { transact } from '#platform/transaction.ts';
import { releaseHold } from '../hold/hold-changes.ts';
import { type HoldOwner, ownerKey } from '../hold/hold-owner.ts';
import { holdMinutes } from '../hold/hold.rules.ts';
import { carryClaim } from '../priority/claim-priority.ts';
import type { SeatEngine } from '../seats/engine.ts';
import type { OfferCause } from './offer.rules.ts';
import { type OfferRefusal, recordOffer } from './record-offer.ts';

export interface SeatToOffer {
  readonly booking: {
    readonly id: string;
    readonly accountId: number | null;
    readonly createdBy: number | null;
    readonly offeringId: number;
    readonly party: number;
  };
  /** Runs of slots in the order of preference, all of the same length. */
  readonly candidates: readonly (readonly string[])[];
  readonly cause: OfferCause;
  readonly operatorId: number | null;
  /** The mass action it is part of. */
  readonly massId?: string | undefined;
  /** When an offer of the seat that was won ends; undefined when that seat is too near. */
  endsAt(startsAt: Temporal.Instant): Temporal.Instant | undefined;
  readonly now: Temporal.Instant;
}

/**
 * Holds the first of some seats that is still free and offers it. The hold is the offer's own: whatever else the person
 * holds stays, and two workers that offer at once cannot take each other's seat; the second finds the offer made.
 */
export async function offerSeat(
  deps: Deps,
  engine: SeatEngine,
  wish: SeatToOffer,
): Promise<Outcome<{ offerId: string }, OfferRefusal | 'slot-full' | 'too-near'>> {
  const { booking, now } = wish;
  const holdId = randomUUID();
  const owner: HoldOwner = { kind: 'offer', bookingId: booking.id, holdId };
  await carryClaim(deps.db, { bookingId: booking.id, holdId });
  const answer = await engine.hold({
    id: holdId,
    owner: ownerKey(deps.secrets, owner),
    accountId: booking.accountId ?? booking.createdBy ?? wish.operatorId,
    offeringId: booking.offeringId,
    party: booking.party,
    candidates: wish.candidates,
    now,
    expiresAt: now.add({ minutes: holdMinutes }),
    rescheduleOf: booking.id,
    key: null,
    keyHash: null,
  });
  if (answer.status !== 'held' || answer.startsAt === null) return { ok: false, reason: 'slot-full' };
  const endsAt = wish.endsAt(answer.startsAt);
  const { cause, operatorId, massId } = wish;
  const outcome =
    endsAt === undefined
      ? ({ ok: false, reason: 'too-near' } as const)
      : await transact(deps.db, (tx) =>
          recordOffer(tx, { bookingId: booking.id, holdId, endsAt, cause, operatorId, massId, now }),
        );
  if (!outcome.ok) await releaseHold(deps.db, deps.secrets, { holdId, owner, now });
  return outcome;
}
