import { sql } from 'kysely';
import type { PartyMode } from '#features/offices/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Outcome } from '#platform/transaction.ts';
import { type CancelRefusal, cancelRefusal, endRefusal } from '../cancel.rules.ts';
import { type LockedBooking, lockBooking } from '../locked-booking.ts';
import type { Relationship } from '../people.rules.ts';
import { type Actor, notifyOf, recordEvent } from '../record-event.ts';
import { giveBackSeats } from '../seats/give-back.ts';
import { type RemovalRefusal, removalRefusal } from './removal.rules.ts';

export type RemoveRefusal = CancelRefusal | RemovalRefusal | 'answer-offer-first' | 'not-found';

interface Wish {
  readonly bookingId: string;
  /** of the person, as it was when the booking was made: it stays theirs when others leave */
  readonly position: number;
  readonly now: Temporal.Instant;
}

/** A citizen comes with one person less, by the rules of who may still cancel alone; the seat is free in the same commit. */
export async function removePerson(
  tx: Tx,
  request: Wish & { accountId: number | null },
): Promise<Outcome<object, RemoveRefusal>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const refusal = cancelRefusal(booking, request.now);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  return remove(tx, booking, { ...request, actor: { kind: 'citizen', accountId: request.accountId } });
}

/** The office takes somebody out of a booking, until its people have come. */
export async function removePersonByOffice(
  tx: Tx,
  request: Wish & { operatorId: number },
): Promise<Outcome<object, RemoveRefusal>> {
  const booking = await lockBooking(tx, request.bookingId);
  if (booking === undefined) return { ok: false, reason: 'not-found' };
  const refusal = endRefusal(booking);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  return remove(tx, booking, { ...request, actor: { kind: 'office', accountId: request.operatorId } });
}

async function remove(
  tx: Tx,
  booking: LockedBooking,
  { position, actor, now }: Wish & { actor: Actor },
): Promise<Outcome<object, RemoveRefusal>> {
  const { people, partyModes, isOffered } = await partyOf(tx, booking);
  const leaving = people.find((person) => person.position === position);
  if (leaving === undefined) return { ok: false, reason: 'not-found' };
  const refusal = removalRefusal(people, leaving, { partyModes, byOffice: actor.kind === 'office' });
  if (refusal !== undefined) return { ok: false, reason: refusal };
  // As many seats are held for the offer as there were people when it was made.
  if (isOffered) return { ok: false, reason: 'answer-offer-first' };
  const { slotIds, offeringId } = booking;
  await giveBackSeats(tx, { slotIds, party: 1, offeringId }, now);
  // What is known of whoever does not come has no more purpose; the history keeps that somebody was there.
  await tx.deleteFrom('booking_person').where('booking_id', '=', booking.id).where('position', '=', position).execute();
  await tx
    .updateTable('booking')
    .set({ party: booking.party - 1 })
    .where('id', '=', booking.id)
    .execute();
  await recordEvent(tx, { bookingId: booking.id, at: now, kind: 'person-removed', actor, detail: { position } });
  await notifyOf(tx, { kind: 'person-removed', bookingId: booking.id, again: `without-${position}`, at: now });
  return { ok: true };
}

interface Party {
  readonly people: readonly { readonly position: number; readonly relationship: Relationship }[];
  readonly partyModes: readonly PartyMode[];
  readonly isOffered: boolean;
}

/** Who is in a locked booking. */
async function partyOf(tx: Tx, booking: LockedBooking): Promise<Party> {
  const { rows } = await sql<Party>`
    SELECT (SELECT jsonb_agg(jsonb_build_object('position', position, 'relationship', relationship))
            FROM booking_person WHERE booking_id = ${booking.id}) AS people,
           (SELECT party_modes FROM offering WHERE id = ${booking.offeringId}) AS "partyModes",
           EXISTS (SELECT FROM proposal WHERE booking_id = ${booking.id} AND state = 'offered' AND settled_at IS NULL)
             AS "isOffered"`.execute(tx);
  return rows[0] ?? { people: [], partyModes: [], isOffered: false };
}
