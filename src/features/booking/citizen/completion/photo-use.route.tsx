import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Deps } from '#platform/deps.ts';
import { formList, readForm } from '#platform/http/form.ts';
import { goTo } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { ownBooking } from '../../own-booking.ts';
import { proposalTexts } from '../../photo/proposal.text.ts';
import { proposalOf } from '../../photo/proposal-of.query.ts';
import { readPosition } from '../../photo/read-position.ts';
import { declarations } from '../../photo/said.rules.ts';
import { acceptPhotoSaying, sayHeadCovered } from '../../photo/use-photo.ts';
import { backToPhoto, bookingPathOf, countsAlready, photoPath, positionOf, wishOf } from './photo-page.ts';
import { showPhoto } from './show-photo.tsx';

const useForm = z.object({ person: z.string().optional(), proposal: z.string().optional() }).loose();
const coverForm = useForm.extend({ headCovered: z.string().optional() });

/** The yes to a proposal, with what no check can tell; and that a head is covered for religion or health. */
export function addPhotoUse(app: FastifyInstance, deps: Deps): void {
  for (const address of ['/bookings/:code/photo/accept', '/bookings/:code/photo/covering']) {
    app.get(address, async (request, reply) => {
      const booking = await ownBooking(deps, request);
      return goTo(reply, photoPath(booking, positionOf(request, booking)));
    });
  }

  app.post('/bookings/:code/photo/accept', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const form = readForm(request, useForm);
    const position = readPosition(form.ok ? form.value.person : queryText(form.values, 'person'), booking);
    const { values } = form;
    if (!form.ok) {
      return showPhoto(deps, reply.code(form.status), { booking, position, use: { values, errors: form.errors } });
    }
    const proposal = await proposalOf(deps, booking, position);
    const said = {
      declared: declarations.filter((one) => formList(values, 'declared').includes(one)),
      headCovered: proposal?.said.headCovered ?? false,
      reason: null,
    };
    const wish = {
      ...wishOf(deps, request, booking, position),
      photoId: form.value.proposal ?? '',
      said,
    };
    const outcome = await transact(deps.db, (tx) => acceptPhotoSaying(tx, deps.secrets, wish));
    if (outcome.ok || (await countsAlready(deps, request, wish))) {
      return goTo(reply, `${bookingPathOf(booking)}#complete`);
    }
    if (outcome.reason === 'needs-reason') return goTo(reply, photoPath(booking, position, '/keep'));
    if (outcome.reason !== 'needs-declarations') return backToPhoto(reply, booking, position, outcome);
    const message = proposalTexts.for(request.language)('needs-declarations');
    const errors = [{ field: 'declared', reason: 'required', message }];
    return showPhoto(deps, reply.code(422), { booking, position, use: { values, errors } });
  });

  app.post('/bookings/:code/photo/covering', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const form = readForm(request, coverForm);
    const position = readPosition(queryText(form.values, 'person'), booking);
    if (!form.ok) {
      const { values, errors } = form;
      return showPhoto(deps, reply.code(form.status), { booking, position, use: { values, errors } });
    }
    const { proposal = '', headCovered } = form.value;
    const wish = {
      ...wishOf(deps, request, booking, position),
      photoId: proposal,
      headCovered: headCovered === 'yes',
    };
    const outcome = await transact(deps.db, (tx) => sayHeadCovered(tx, deps.secrets, wish));
    return backToPhoto(reply, booking, position, outcome);
  });
}
