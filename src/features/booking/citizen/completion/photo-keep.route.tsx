import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { Booking } from '../../booking.query.ts';
import { ownBooking } from '../../own-booking.ts';
import { keepPhotoForm, keptSaying } from '../../photo/keep-photo.form.ts';
import { proposalTexts } from '../../photo/proposal.text.ts';
import { proposalOf } from '../../photo/proposal-of.query.ts';
import { readPosition } from '../../photo/read-position.ts';
import { acceptPhotoSaying } from '../../photo/use-photo.ts';
import { maySendPhoto } from '../../photo-decision/decision.rules.ts';
import { backToPhoto, bookingPathOf, countsAlready, photoPath, positionOf, wishOf } from './photo-page.ts';
import { KeepPhotoView } from './photo-keep.view.tsx';

/** `/bookings/:code/photo/keep?person=`: a photo kept although the checks say otherwise, with the reason. */
export function addKeepPhotoPage(app: FastifyInstance, deps: Deps): void {
  const address = '/bookings/:code/photo/keep';

  app.get(address, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    return show(reply, booking, positionOf(request, booking));
  });

  app.post(address, async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const { language } = request;
    const t = proposalTexts.for(language);
    const form = readForm(request, keepPhotoForm, (key) => {
      return key === 'needs-reason' || key === 'needs-words' ? t(key) : undefined;
    });
    const position = readPosition(queryText(form.values, 'person'), booking);
    if (!form.ok) return show(reply.code(form.status), booking, position, { language, ...form });
    const said = keptSaying(form.value, form.values);
    const wish = { ...wishOf(deps, request, booking, position), photoId: form.value.proposal ?? '', said };
    const outcome = await transact(deps.db, (tx) => acceptPhotoSaying(tx, deps.secrets, wish));
    if (outcome.ok || (await countsAlready(deps, request, wish))) {
      return goTo(reply, `${bookingPathOf(booking)}#complete`);
    }
    return backToPhoto(reply, booking, position, outcome);
  });

  async function show(
    reply: FastifyReply,
    booking: Booking,
    position: number,
    sent?: FormState,
  ): Promise<FastifyReply> {
    const details = await proposalOf(deps, booking, position);
    const photo = booking.photos.find(({ id }) => id === details?.id);
    if (!details || !photo || !maySendPhoto(booking, position, deps.clock.now())) {
      return goTo(reply, photoPath(booking, position));
    }
    const known = { headCovered: details.said.headCovered ? 'yes' : '' };
    const form = sent ?? freshForm(reply.request.language, known);
    return page(reply, <KeepPhotoView {...{ context: reply.pageContext(), booking, photo, details, form }} />);
  }
}
