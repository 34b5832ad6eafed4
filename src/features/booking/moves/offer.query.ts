import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { LocalText } from '#platform/language.ts';
import { closureReason } from './closure-reason.ts';
import type { OfferCause, OfferState } from './offer.rules.ts';

/** The offer of another seat that a booking has, until the office has nothing left to do about it. */
export interface Offer {
  readonly id: string;
  readonly cause: OfferCause;
  readonly state: Exclude<OfferState, 'accepted' | 'withdrawn'>;
  readonly holdId: string | null;
  readonly oldStartsAt: Temporal.Instant;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  /** of the closure it was made for */
  readonly reason: LocalText | null;
}

/** An offer that may still be accepted. */
export interface LiveOffer extends Offer {
  readonly holdId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}

/** The open offers of bookings, by booking: at most one each. */
export async function openOffers(db: Db | Tx, bookingIds: readonly string[]): Promise<Map<string, Offer>> {
  if (bookingIds.length === 0) return new Map();
  const { rows } = await sql<Offer & { bookingId: string }>`
    SELECT booking_id AS "bookingId", id, cause, state, hold_id AS "holdId", old_starts_at AS "oldStartsAt", starts_at AS "startsAt",
           ends_at AS "endsAt", expires_at AS "expiresAt", ${closureReason} AS reason
    FROM proposal p WHERE booking_id = ANY (${bookingIds}::bigint[]) AND settled_at IS NULL`.execute(db);
  return new Map(rows.map(({ bookingId, ...offer }) => [bookingId, offer]));
}

/** The offer, if it may be accepted now. */
export function liveOffer(offer: Offer | null, now: Temporal.Instant): LiveOffer | undefined {
  if (offer?.state !== 'offered') return undefined;
  const { holdId, startsAt, endsAt, expiresAt } = offer;
  if (holdId === null || startsAt === null || endsAt === null || expiresAt === null) return undefined;
  return Temporal.Instant.compare(expiresAt, now) > 0 ? { ...offer, holdId, startsAt, endsAt, expiresAt } : undefined;
}
