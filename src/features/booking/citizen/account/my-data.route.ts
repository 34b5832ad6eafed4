import type { FastifyInstance } from 'fastify';
import {
  accountProfile,
  identificationOf,
  officeChangesOf,
  ownDoors,
  requireViewer,
} from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { notFound } from '#platform/http/problem.ts';
import { type Booking, bookingsOfAccount } from '../../booking.query.ts';
import { attachmentsOf } from '../../attachments/attachments.query.ts';
import { type PhotoDetails, photoDetailsOf } from '../../photo/photo-details.query.ts';
import { decisionsOf, type PhotoDecisionInFull } from '../../photo-decision/decision.query.ts';
import { historiesOf } from '../../history.query.ts';
import { allRegistrationsOf, type OwnRegistration } from '../../registration-draw/own-registration.query.ts';
import { type Entry, entriesOfAccount } from '../../waiting-list/entry.query.ts';
import { type OfficeRequest, requestsOf } from '../../requests/request.query.ts';

/** What features that booking does not know keep of an account, by name. */
export type AlsoKept = (accountId: number) => Promise<Readonly<Record<string, unknown>>>;

/** `/profile/data`: all that is kept of an account and its bookings, as a file for its owner (GDPR, articles 15 and 20). */
export function addMyData(app: FastifyInstance, deps: Deps, alsoKept?: AlsoKept): void {
  app.get('/profile/data', async (request, reply) => {
    const { accountId, roles } = requireViewer(request);
    const now = deps.clock.now();
    const profile = await accountProfile(deps.db, { accountId, secrets: deps.secrets });
    if (profile === undefined) throw notFound();
    const bookings = await bookingsOfAccount(deps.db, deps.secrets, { accountId, now, most: 10_000 });
    const histories = await historiesOf(
      deps.db,
      bookings.map((booking) => booking.id),
    );
    const identified = await identificationOf(deps.db, accountId);
    const data = {
      writtenAt: now.toString(),
      account: { ...profile, roles: roles.map(({ role, officeCode }) => ({ role, office: officeCode })) },
      officeChanges: (await officeChangesOf(deps.db, accountId)).map(({ changedAt }) => changedAt),
      logins: (await ownDoors(deps.db, accountId)).linked.map(({ scheme, linkedAt, usedAt }) => ({
        scheme,
        linkedAt,
        usedAt,
      })),
      identified: identified && { how: identified.how, at: identified.identifiedAt },
      registrations: (await allRegistrationsOf(deps.db, deps.secrets, accountId)).map(ofRegistration),
      waitingLists: (await entriesOfAccount(deps.db, { accountId, now })).map(ofEntry),
      ...(await alsoKept?.(accountId)),
      bookings: await Array.fromAsync(bookings, async (booking) => ({
        ...ofBooking(booking),
        files: (await attachmentsOf(deps.db, deps.secrets, booking.id)).map(({ label, name, size }) => ({
          label,
          name,
          size,
        })),
        photosSaid: (await photoDetailsOf(deps.db, deps.secrets, booking.id)).map(ofSaid),
        photoDecisions: (await decisionsOf(deps.db, deps.secrets, booking.id)).map(ofDecision),
        requests: (await requestsOf(deps.db, deps.secrets, booking.id)).map(ofRequest),
        history: histories.get(booking.id)?.map(({ at, kind }) => ({ at, kind })) ?? [],
      })),
    };
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="turno.json"')
      .header('cache-control', 'no-store')
      .serializer(String)
      .send(JSON.stringify(data, null, 2));
  });
}

/** What its person said of a photo. */
function ofSaid({ position, state, said }: PhotoDetails) {
  return { person: position, state, ...said };
}

/** What the office said of a photo, and why. */
function ofDecision({ position, outcome, decidedAt, why }: PhotoDecisionInFull) {
  return { person: position, outcome, decidedAt, ...why };
}

/** What a booking says, without the numbers by which our tables know it. */
function ofBooking(booking: Booking) {
  return {
    code: booking.code,
    status: booking.status,
    office: booking.officeName,
    service: booking.serviceName,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    timeZone: booking.timeZone,
    people: booking.people,
    contactEmail: booking.contactEmail,
    contactPhone: booking.contactPhone,
    reason: booking.reason,
    notes: booking.notes,
    delivery: booking.delivery,
    photos: booking.photos.map(({ position, state, verdict, width, height, sentAt }) => {
      return { person: position, state, verdict, width, height, sentAt: sentAt.toString() };
    }),
    cancelledBy: booking.cancelledBy,
    cancelReason: booking.cancelReason,
    createdAt: booking.createdAt,
  };
}

function ofRequest({ kind, text, answer, createdAt, answeredAt }: OfficeRequest) {
  return { kind, text, answer, createdAt, answeredAt };
}

function ofEntry({ officeName, serviceName, wishes, state, requestedAt, stateAt, places, offer }: Entry) {
  return {
    office: officeName,
    service: serviceName,
    wishes,
    state,
    requestedAt,
    stateAt,
    offices: places.map((place) => place.officeName),
    offered: offer && { startsAt: offer.startsAt, expiresAt: offer.expiresAt },
  };
}

function ofRegistration(own: OwnRegistration) {
  const { serviceName, offices, names, wishes, wantsWaiting, pseudonym, weight, joinedAt, ticketState, state, seat } =
    own;
  const where = offices.map(({ name }) => name);
  const assigned = seat && { startsAt: seat.startsAt, office: seat.officeName, booking: seat.bookingCode };
  return {
    service: serviceName,
    offices: where,
    people: names,
    wishes,
    wantsWaiting,
    pseudonym,
    weight,
    joinedAt,
    ticketState,
    state,
    seat: assigned,
  };
}
