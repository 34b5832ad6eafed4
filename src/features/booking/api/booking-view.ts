import type { FastifyRequest } from 'fastify';
import type { Db, Tx } from '#platform/database.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { type Language, localText } from '#platform/language.ts';
import { type Booking, bookingById } from '../booking.query.ts';
import { type BookingEvent, historyOf } from '../history.query.ts';
import { answersByCode } from '../questions/answer.ts';
import { liveOffer } from '../moves/offer.query.ts';
import { completionView, photoView } from './completion-view.ts';
import { clearanceView, preCheckView } from './examination-view.ts';
import { whyDecided, type WhyDecided } from './photo-standing-view.ts';
import { cancelRefusal } from '../cancel.rules.ts';

/** One booking with its history, in the caller's language. */
export async function shownBooking(
  db: Db | Tx,
  deps: Deps,
  { request, bookingId }: { request: FastifyRequest; bookingId: string },
): Promise<Record<string, unknown>> {
  const booking = await bookingById(db, deps.secrets, bookingId);
  if (booking === undefined) throw notFound();
  const decisions = await whyDecided(db, deps.secrets, booking);
  const asked = { language: request.language, now: deps.clock.now(), decisions };
  return bookingView(booking, await historyOf(db, bookingId), asked);
}

/** A booking as the API shows it to the one it belongs to. */
export function bookingView(
  booking: Booking,
  history: readonly BookingEvent[],
  asked: { language: Language; now: Temporal.Instant; decisions: readonly WhyDecided[] },
): Record<string, unknown> {
  const at = (instant: Temporal.Instant | null): string | null => instant && withOffset(instant, booking.timeZone);
  const offer = liveOffer(booking.offer, asked.now);
  const free = cancelRefusal(booking, asked.now) === undefined;
  return {
    code: booking.code,
    status: booking.status,
    ...(booking.cancelledBy === null ? {} : { cancelledBy: booking.cancelledBy, cancelReason: booking.cancelReason }),
    office: booking.officeCode,
    officeName: localText(booking.officeName, asked.language),
    service: booking.serviceCode,
    serviceName: localText(booking.serviceName, asked.language),
    startsAt: at(booking.startsAt),
    endsAt: at(booking.endsAt),
    party: booking.party,
    people: booking.people.map((person) => ({
      position: person.position,
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate?.toString() ?? null,
      codiceFiscale: person.codiceFiscale,
      relationship: person.relationship,
      answers: answersByCode(person.answers),
    })),
    reason: booking.reason,
    notes: booking.notes,
    confirmBy: { who: booking.confirmBy, opensAt: at(booking.confirmOpensAt), closesAt: at(booking.confirmClosesAt) },
    takenInCharge: booking.takenInChargeAt && {
      at: at(booking.takenInChargeAt),
      by: booking.chargeShown ?? localText(booking.officeName, asked.language),
    },
    preCheck: preCheckView(booking, asked.language),
    proposal: offer ? { hold: offer.holdId, startsAt: at(offer.startsAt), expiresAt: at(offer.expiresAt) } : null,
    canCancel: free,
    canReschedule: free,
    clearance: clearanceView(booking),
    photo: photoView(booking, asked.language),
    delivery: booking.delivery,
    completion: completionView(booking, asked),
    history: history.map((event) => ({ at: at(event.at), kind: event.kind, actor: event.actor })),
  };
}
