import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  acceptPhoto,
  type Booking,
  photoAt,
  photoErrors,
  proposePhoto,
  readPosition,
  receivePhoto,
  removePhoto,
  sendPhoto,
} from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { freshForm } from '#ui/fields/form.tsx';
import {
  type AtOffice,
  bookingPath,
  noteReading,
  type OfficeParams,
  openDesk,
  requireBooking,
} from '../../at-office.ts';
import { photosPath } from '../photos/photos-path.ts';
import { DeskPhotoView } from './photo.view.tsx';

type DeskRequest = FastifyRequest<OfficeParams>;

const answerForm = z.object({ person: z.string().optional(), state: z.enum(['proposed', 'accepted']).optional() });

/** `/office/:office/bookings/:code/photo`: the photo of somebody of a booking, seen, saved and put right at the desk. */
export function addDeskPhoto(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/bookings/:code/photo';

  app.get(address, async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'serve');
    return show(request, reply, { at, booking: await requireBooking(deps, request, at) }, []);
  });

  app.post(address, async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'serve');
    const booking = await requireBooking(deps, request, at);
    const { accountId } = at.viewer;
    const received = await receivePhoto(deps, request, { accountId, zone: booking.timeZone });
    const { examined, busyFor } = received;
    if (busyFor !== undefined) {
      return show(request, reply.code(503).header('retry-after', String(busyFor)), { at, booking, busyFor }, []);
    }
    const errors = photoErrors(received, request.language);
    if (errors.length > 0 || examined?.portrait === undefined) {
      return show(request, reply.code(received.own ? 422 : 403), { at, booking }, errors);
    }
    const position = positionOf(request, booking);
    const wish = { ...wishOf(at, booking, position), examined: { ...examined, portrait: examined.portrait } };
    const outcome = await transact(deps.db, (tx) => proposePhoto(tx, deps.secrets, wish));
    if (!outcome.ok && (outcome.reason === 'not-found' || outcome.reason === 'no-such-person')) throw notFound();
    return goTo(reply, `${bookingPath(at.office, booking.code)}/photo?person=${position}`);
  });

  app.get(`${address}/picture`, async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const booking = await requireBooking(deps, request, at);
    const photo = photoAt(booking, { position: positionOf(request, booking), id: queryText(request.query, 'id') });
    const isSaved = queryText(request.query, 'save') === 'yes';
    const saveAs = isSaved ? `${booking.code}-${positionOf(request, booking) + 1}.jpg` : undefined;
    if (photo === undefined) throw notFound();
    // Before it is sent: nobody sees a photo that no line speaks of.
    await noteReading(deps, at, { action: isSaved ? 'download-photo' : 'see-photo', subject: `booking:${booking.id}` });
    const sent = await sendPhoto(reply, deps, { id: photo.id, saveAs });
    if (!sent) throw notFound();
    return reply;
  });

  for (const button of ['accept', 'remove'] as const) {
    app.post(`${address}/${button}`, async (request: DeskRequest, reply) => {
      const at = await openDesk(deps, request, 'serve');
      const booking = await requireBooking(deps, request, at);
      const form = readForm(request, answerForm);
      if (!form.ok) return show(request, reply.code(form.status), { at, booking }, form.errors);
      const { person, state = 'proposed' } = form.value;
      const wish = wishOf(at, booking, readPosition(person, booking));
      await transact(deps.db, async (tx) => {
        const outcome = await (button === 'accept' ? acceptPhoto(tx, wish) : removePhoto(tx, { ...wish, state }));
        if (!outcome.ok) return outcome;
        const { accountId } = at.viewer;
        const subject = `booking:${booking.id}`;
        await audit(tx, { at: wish.now, accountId, officeId: at.office.id, action: `photo-${button}`, subject });
        return outcome;
      });
      const { position } = wish;
      // Whoever added it has seen it: it is decided at once.
      const toDecide = photosPath(at.office, { at: { code: booking.code, position } });
      const path = `${bookingPath(at.office, booking.code)}/photo?person=${position}`;
      return goTo(reply, button === 'accept' ? toDecide : path);
    });
  }

  function wishOf(at: AtOffice, { id: bookingId }: Booking, position: number) {
    const actor = { kind: 'office', accountId: at.viewer.accountId } as const;
    return { bookingId, position, actor, now: deps.clock.now() };
  }

  async function show(
    request: DeskRequest,
    reply: FastifyReply,
    { at, booking, busyFor }: { at: AtOffice; booking: Booking; busyFor?: number },
    errors: readonly FieldError[],
  ): Promise<FastifyReply> {
    await noteReading(deps, at, { action: 'see-booking', subject: `booking:${booking.id}` });
    const form = { ...freshForm(request.language), errors };
    const position = positionOf(request, booking);
    return page(reply, <DeskPhotoView {...{ context: reply.pageContext(), at, booking, position, form, busyFor }} />);
  }
}

function positionOf(request: FastifyRequest, booking: Booking): number {
  return readPosition(queryText(request.query, 'person'), booking);
}
