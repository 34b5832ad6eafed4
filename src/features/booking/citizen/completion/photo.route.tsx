import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { ownBooking } from '../../own-booking.ts';
import { proposePhoto, removePhoto } from '../../photo/keep-photo.ts';
import { photoErrors } from '../../photo/photo-errors.ts';
import { readNotice } from '../../photo/photo-notice.view.tsx';
import { readPosition } from '../../photo/read-position.ts';
import { receivePhoto } from '../../photo/receive-photo.ts';
import { nothingSaid } from '../../photo/said.rules.ts';
import { photoAt, sendPhoto } from '../../photo/send-photo.ts';
import { maySendPhoto } from '../../photo-decision/decision.rules.ts';
import { backToPhoto, bookingPathOf, photoPath, positionOf, wishOf } from './photo-page.ts';
import { addPhotoCropPage } from './photo-crop.route.tsx';
import { addKeepPhotoPage } from './photo-keep.route.tsx';
import { addPhotoUse } from './photo-use.route.tsx';
import { showPhoto } from './show-photo.tsx';

const removeForm = z.object({
  person: z.string().optional(),
  photo: z.string().default(''),
  state: z.enum(['proposed', 'accepted']).default('proposed'),
});

/** `/bookings/:code/photo?person=`: the photo of somebody of one's own booking. Never by a link without login. */
export function addPhotoPages(app: FastifyInstance, deps: Deps): void {
  addPhotoUse(app, deps);
  addKeepPhotoPage(app, deps);
  addPhotoCropPage(app, deps);

  app.get('/bookings/:code/photo', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    if (booking.completion.photo === 'none' && booking.photos.every(({ state }) => state === 'at-desk'))
      return goTo(reply, bookingPathOf(booking));
    const notice = readNotice(request.query);
    return showPhoto(deps, reply, { booking, position: positionOf(request, booking), notice });
  });

  app.post('/bookings/:code/photo', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const position = positionOf(request, booking);
    const { accountId } = requireViewer(request);
    if (!maySendPhoto(booking, position, deps.clock.now())) return goTo(reply, photoPath(booking, position));
    const received = await receivePhoto(deps, request, { accountId, zone: booking.timeZone });
    const { own, fields, examined, busyFor } = received;
    if (own && busyFor !== undefined) {
      void reply.code(503).header('retry-after', String(busyFor));
      return showPhoto(deps, reply, { booking, position, sent: fields, busyFor });
    }
    const errors = photoErrors(received, request.language);
    if (errors.length > 0 || examined?.portrait === undefined) {
      return showPhoto(deps, reply.code(own ? 422 : 403), { booking, position, sent: fields, errors });
    }
    const kept = { ...examined, portrait: examined.portrait };
    const said = { ...nothingSaid, headCovered: fields['headCovered'] === 'yes' };
    const wish = { ...wishOf(deps, request, booking, position), examined: kept, said };
    const outcome = await transact(deps.db, (tx) => proposePhoto(tx, deps.secrets, wish));
    // Said here, or the browser would keep the one of the form.
    return backToPhoto(reply, booking, position, outcome, '#proposal');
  });

  app.get('/bookings/:code/photo/picture', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const wanted = {
      position: positionOf(request, booking),
      id: queryText(request.query, 'id'),
      by: 'citizen',
    } as const;
    const photo = photoAt(booking, wanted);
    const sent = photo && (await sendPhoto(reply, deps, photo));
    if (!sent) throw notFound();
    return reply;
  });

  app.get('/bookings/:code/photo/remove', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    return goTo(reply, photoPath(booking, positionOf(request, booking)));
  });

  app.post('/bookings/:code/photo/remove', async (request: FastifyRequest, reply) => {
    const booking = await ownBooking(deps, request);
    const form = readForm(request, removeForm);
    const position = readPosition(form.ok ? form.value.person : queryText(request.query, 'person'), booking);
    if (!form.ok) return showPhoto(deps, reply.code(form.status), { booking, position, errors: form.errors });
    const { state, photo: photoId } = form.value;
    const wish = { ...wishOf(deps, request, booking, position), photoId, state };
    const outcome = await transact(deps.db, (tx) => removePhoto(tx, wish));
    return backToPhoto(reply, booking, position, outcome);
  });
}
