import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type Outcome, transact } from '#platform/transaction.ts';
import { ownerKeys } from '../hold/hold-owner.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import { notifyOf, recordEvent } from '../record-event.ts';
import { endRefusal } from '../cancel.rules.ts';
import { rulesOfHold } from '../hold/lock-hold.ts';
import { moveRefusal, moveTo } from './move-to.ts';
import type { OfferState } from './offer.rules.ts';

export type AnswerRefusal = 'not-found' | 'no-offer' | 'offer-expired' | 'already-cancelled' | 'over';

interface Answer {
  readonly bookingId: string;
  readonly accountId: number | null;
  readonly now: Temporal.Instant;
}

/**
 * The citizen takes the seat offered: what the office offers may be accepted past the cut-off and once it is taken in
 * charge. Said twice, it is done once.
 */
export async function acceptMove(tx: Tx, secrets: Secrets, request: Answer): Promise<Outcome<object, AnswerRefusal>> {
  const { bookingId, now } = request;
  const open = await openOffer(tx, request);
  if (!open.ok) return open.reason === 'no-offer' && (await isAccepted(tx, bookingId)) ? { ok: true } : open;
  const { booking, offer } = open;
  const owner = { kind: 'offer', bookingId, holdId: offer.holdId } as const;
  const held = await rulesOfHold(tx, { holdId: offer.holdId, owners: ownerKeys(secrets, owner) });
  if (held === undefined || moveRefusal(booking, held, now) !== undefined)
    return { ok: false, reason: 'offer-expired' };
  await decide(tx, { offerId: offer.id, state: 'accepted', now });
  const actor = { kind: 'citizen', accountId: request.accountId } as const;
  await moveTo(tx, booking, held, { holdId: offer.holdId, actor, byOffice: true, now });
  return { ok: true };
}

/** The citizen does not want the seat offered: it is free for others, and the office has to see to the booking. */
export async function declineMove(tx: Tx, request: Answer): Promise<Outcome<object, AnswerRefusal>> {
  const { bookingId, accountId, now } = request;
  const open = await openOffer(tx, request);
  if (!open.ok) return open.reason === 'no-offer' && (await isDeclined(tx, bookingId)) ? { ok: true } : open;
  await decide(tx, { offerId: open.offer.id, state: 'declined', now });
  await sql`UPDATE hold SET state = 'released' WHERE id = ${open.offer.holdId} AND state = 'live'`.execute(tx);
  const actor = { kind: 'citizen', accountId } as const;
  await recordEvent(tx, { bookingId, at: now, kind: 'offer-declined', actor });
  return { ok: true };
}

/** Ends the offers that nobody answered in time, each in its own transaction; the old appointments stay. Answers how many. */
export async function expireOffers(db: Db, request: { now: Temporal.Instant; most: number }): Promise<number> {
  const { now, most } = request;
  const due = await db
    .selectFrom('proposal')
    .select('booking_id as bookingId')
    .where('state', '=', 'offered')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(most)
    .execute();
  for (const { bookingId } of due) {
    await transact(db, async (tx) => {
      await lockBooking(tx, bookingId);
      const { rows } = await sql<{ id: string }>`
        UPDATE proposal SET state = 'expired', decided_at = ${now}
        WHERE booking_id = ${bookingId} AND state = 'offered' AND expires_at <= ${now} RETURNING id`.execute(tx);
      for (const { id } of rows) {
        await recordEvent(tx, { bookingId, at: now, kind: 'offer-expired', actor: { kind: 'system' } });
        await notifyOf(tx, { kind: 'move-expired', bookingId, about: id, at: now });
      }
      return { ok: true };
    });
  }
  return due.length;
}

interface OpenOffer {
  readonly booking: LockedBooking;
  readonly offer: { readonly id: string; readonly holdId: string };
}

async function openOffer(tx: Tx, { bookingId, now }: Answer): Promise<Outcome<OpenOffer, AnswerRefusal>> {
  const booking = await lockBooking(tx, bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const { rows } = await sql<{
    id: string;
    state: OfferState;
    holdId: string | null;
    expiresAt: Temporal.Instant | null;
  }>`
    SELECT id, state, hold_id AS "holdId", expires_at AS "expiresAt" FROM proposal
    WHERE booking_id = ${bookingId} AND settled_at IS NULL FOR UPDATE`.execute(tx);
  const [offer] = rows;
  const end = endRefusal(booking);
  if (end !== undefined) return { ok: false, reason: end };
  if (offer?.state === 'expired') return { ok: false, reason: 'offer-expired' };
  if (offer?.state !== 'offered' || offer.holdId === null || offer.expiresAt === null)
    return { ok: false, reason: 'no-offer' };
  if (Temporal.Instant.compare(offer.expiresAt, now) <= 0) return { ok: false, reason: 'offer-expired' };
  return { ok: true, booking, offer: { id: offer.id, holdId: offer.holdId } };
}

async function decide(
  tx: Tx,
  request: { offerId: string; state: 'accepted' | 'declined'; now: Temporal.Instant },
): Promise<void> {
  const { offerId, state, now } = request;
  await tx
    .updateTable('proposal')
    .set({ state, decided_at: now, settled_at: state === 'accepted' ? now : null })
    .where('id', '=', offerId)
    .execute();
}

/** The seat the booking has now is the one it was last offered. */
async function isAccepted(tx: Tx, bookingId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM booking b JOIN proposal p ON p.booking_id = b.id AND p.hold_id = b.hold_id AND p.state = 'accepted'
    WHERE b.id = ${bookingId}`.execute(tx);
  return rows.length > 0;
}

async function isDeclined(tx: Tx, bookingId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM proposal WHERE booking_id = ${bookingId} AND settled_at IS NULL AND state = 'declined'`.execute(tx);
  return rows.length > 0;
}
