import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import type { Outcome } from '#platform/transaction.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import type { Booking } from '../../booking.query.ts';
import { mayComplete } from '../../completion/completion.rules.ts';
import { ownBooking } from '../../own-booking.ts';
import { acceptPhoto, type PhotoRefusal, type PhotoWish, proposePhoto, removePhoto } from '../../photo/keep-photo.ts';
import { photoErrors } from '../../photo/photo-errors.ts';
import { receivePhoto } from '../../photo/receive-photo.ts';
import { photoAt, sendPhoto } from '../../photo/send-photo.ts';
import { readPosition } from '../../photo/read-position.ts';
import { PhotoView } from './photo.view.tsx';

const answerForm = z.object({ person: z.string().optional(), state: z.enum(['proposed', 'accepted']).optional() });

/** `/bookings/:code/photo?person=`: the photo of somebody of one's own booking. Never by a link without login. */
export function addPhotoPages(app: FastifyInstance, deps: Deps): void {
  const address = '/bookings/:code/photo';

  app.get(address, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    if (booking.completion.photo === 'none' && booking.photos.length === 0) return goTo(reply, pathOf(booking));
    return show(request, reply, booking, []);
  });

  app.post(address, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const { accountId } = requireViewer(request);
    if (!mayComplete(booking, deps.clock.now())) return goTo(reply, photoPath(booking, request));
    const received = await receivePhoto(deps, request, { accountId, zone: booking.timeZone });
    const errors = photoErrors(received, request.language);
    const { examined } = received;
    if (errors.length > 0 || examined?.portrait === undefined) {
      return show(request, reply.code(received.own ? 422 : 403), booking, errors);
    }
    const kept = { ...examined, portrait: examined.portrait };
    const wish = { ...wishOf(request, booking), examined: kept };
    return after(request, reply, booking, await transact(deps.db, (tx) => proposePhoto(tx, deps.secrets, wish)));
  });

  app.get(`${address}/picture`, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const photo = photoAt(booking, { position: positionOf(request, booking), id: queryText(request.query, 'id') });
    const sent = photo && (await sendPhoto(reply, deps, photo));
    if (!sent) throw notFound();
    return sent;
  });

  for (const button of ['accept', 'remove'] as const) {
    app.get(`${address}/${button}`, async (request, reply) => {
      return goTo(reply, photoPath(await ownBooking(deps, request), request));
    });

    app.post(`${address}/${button}`, async (request, reply) => {
      const booking = await ownBooking(deps, request);
      const form = readForm(request, answerForm);
      if (!form.ok) return show(request, reply.code(form.status), booking, form.errors);
      const { person, state = 'proposed' } = form.value;
      const wish = { ...wishOf(request, booking), position: readPosition(person, booking) };
      const outcome = await transact(deps.db, (tx) =>
        button === 'accept' ? acceptPhoto(tx, wish) : removePhoto(tx, { ...wish, state }),
      );
      const isDone = outcome.ok || outcome.reason === 'no-photo';
      if (button === 'accept' && isDone) return goTo(reply, `${pathOf(booking)}#complete`);
      return after(request, reply, booking, isDone ? { ok: true } : outcome, wish.position);
    });
  }

  /** Back to the page, which shows how things stand: whatever was refused is said there. */
  function after(
    request: FastifyRequest,
    reply: FastifyReply,
    booking: Booking,
    outcome: Outcome<object, PhotoRefusal>,
    position = positionOf(request, booking),
  ): FastifyReply {
    if (!outcome.ok && (outcome.reason === 'not-found' || outcome.reason === 'no-such-person')) throw notFound();
    return goTo(reply, `${pathOf(booking)}/photo?person=${position}`);
  }

  function wishOf(request: FastifyRequest, booking: Booking): PhotoWish {
    const { accountId } = requireViewer(request);
    const actor = { kind: 'citizen', accountId } as const;
    return { bookingId: booking.id, position: positionOf(request, booking), actor, now: deps.clock.now() };
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    booking: Booking,
    errors: readonly FieldError[],
  ): FastifyReply {
    const form = { ...freshForm(request.language), errors };
    const position = positionOf(request, booking);
    const shown = { context: reply.pageContext(), booking, position, form, now: deps.clock.now() };
    return page(reply, <PhotoView {...shown} />);
  }
}

function positionOf(request: FastifyRequest, booking: Booking): number {
  return readPosition(queryText(request.query, 'person'), booking);
}

function pathOf({ code }: Booking): string {
  return `/bookings/${code}`;
}

function photoPath(booking: Booking, request: FastifyRequest): string {
  return `${pathOf(booking)}/photo?person=${positionOf(request, booking)}`;
}
