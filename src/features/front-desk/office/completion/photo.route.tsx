import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import {
  acceptPhoto,
  type Booking,
  noticeAfter,
  photoAt,
  photoErrors,
  type PhotoRefusal,
  proposePhoto,
  readNotice,
  readPosition,
  receivePhoto,
  removePhoto,
  sendPhoto,
} from '#features/booking/index.ts';
import type { Tx } from '#platform/database.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { type Outcome, transact } from '#platform/transaction.ts';
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

const answerForm = z.object({
  person: z.string().optional(),
  photo: z.string().default(''),
  state: z.enum(['proposed', 'accepted']).default('proposed'),
});

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
    const outcome = await transact(deps.db, async (tx) => {
      const proposed = await proposePhoto(tx, deps.secrets, wish);
      if (proposed.ok) await note(tx, at, booking, 'photo-propose');
      return proposed;
    });
    return back(reply, at, booking, position, outcome);
  });

  app.get('/office/:office/bookings/:code/photo/picture', async (request: DeskRequest, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const booking = await requireBooking(deps, request, at);
    const wanted = {
      position: positionOf(request, booking),
      id: queryText(request.query, 'id'),
      by: 'office',
    } as const;
    const photo = photoAt(booking, wanted);
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
      const { person, state, photo: photoId } = form.value;
      const wish = { ...wishOf(at, booking, readPosition(person, booking)), photoId };
      const outcome = await transact(deps.db, async (tx) => {
        const done = await (button === 'accept' ? acceptPhoto(tx, wish) : removePhoto(tx, { ...wish, state }));
        if (done.ok) await note(tx, at, booking, `photo-${button}`);
        return done;
      });
      const { position } = wish;
      // Whoever added it has seen it: it is decided at once.
      const toDecide = photosPath(at.office, { at: { code: booking.code, position } });
      return outcome.ok && button === 'accept' ? goTo(reply, toDecide) : back(reply, at, booking, position, outcome);
    });
  }

  async function note(tx: Tx, { viewer, office }: AtOffice, { id }: Booking, action: string): Promise<void> {
    const { accountId } = viewer;
    await audit(tx, { at: deps.clock.now(), accountId, officeId: office.id, action, subject: `booking:${id}` });
  }

  /** To the page, which says how things stand, and what was refused. */
  function back(
    reply: FastifyReply,
    at: AtOffice,
    booking: Booking,
    position: number,
    outcome: Outcome<object, PhotoRefusal>,
  ): FastifyReply {
    if (!outcome.ok && (outcome.reason === 'not-found' || outcome.reason === 'no-such-person')) throw notFound();
    return goTo(reply, `${bookingPath(at.office, booking.code)}/photo?person=${position}${noticeAfter(outcome)}`);
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
    const notice = readNotice(request.query);
    const context = reply.pageContext();
    return page(reply, <DeskPhotoView {...{ context, at, booking, position, form, busyFor, notice }} />);
  }
}

function positionOf(request: FastifyRequest, booking: Booking): number {
  return readPosition(queryText(request.query, 'person'), booking);
}
