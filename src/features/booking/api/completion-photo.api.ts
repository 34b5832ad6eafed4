import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { frameInside, photoRules } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { sendAnswer } from '#platform/http/idempotency.ts';
import { HttpProblem, notFound, problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { ownBooking } from '../own-booking.ts';
import { busyProblem } from '../photo/busy.ts';
import { cutAnew } from '../photo/cut-anew.ts';
import { removePhoto } from '../photo/keep-photo.ts';
import { proposalOf } from '../photo/proposal-of.query.ts';
import { receivePhoto } from '../photo/receive-photo.ts';
import { sendPhoto } from '../photo/send-photo.ts';
import { acceptPhotoSaying, recropPhoto } from '../photo/use-photo.ts';
import { photoVerdict, verdictView } from './completion-view.ts';
import { keepSent } from './completion-photo.ts';
import {
  describedPhoto,
  frameBody,
  type OfPerson,
  ofPerson,
  photoAnswerOf,
  photoApi,
  refusalOf,
  refuseUse,
  saidBody,
  saidOf,
  wishOf,
} from './completion-photo-request.ts';
import { refuseFields } from './refuse.ts';

/** `PUT`, `GET`, `DELETE /bookings/{code}/photo`, its picture, its cut, and the yes to it. */
export function addPhotoApi(app: FastifyInstance, deps: Deps): void {
  const answers = { 200: photoVerdict };

  app.put(
    photoApi,
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...describedPhoto,
        querystring: ofPerson,
        consumes: ['multipart/form-data'],
        summary: 'Send the photo of a person',
        description: `One part with a JPEG of at most ${photoRules.file.mostBytes / 1024 / 1024} MB. A portrait of 35:45 is cut out of it and checked; 422 with the same checks where the file is no picture that can be opened. A portrait that the checks do not find wrong counts at once; another one is only proposed: it may be cut otherwise (\`/photo/crop\`), or kept with a reason (\`/photo/accept\`). The fields \`reason\`, \`words\`, \`declared\` (with commas between) and \`headCovered\` (\`yes\`) may stand before the file and mean what they mean there.`,
      },
      config: { answers },
    },
    async (request: OfPerson, reply) => {
      const { accountId } = requireViewer(request);
      const booking = await ownBooking(deps, request);
      if (!request.isMultipart()) throw new HttpProblem(415, 'unsupported-media-type');
      const refused = refusalOf(deps, request, booking);
      if (refused) {
        // Nobody looks at it: what is still on the line is read and forgotten.
        request.raw.resume();
        return sendAnswer(reply, refuseUse(request, refused));
      }
      const wish = { accountId, zone: booking.timeZone, withoutForm: request.bearer };
      const { own, examined, fields, busyFor } = await receivePhoto(deps, request, wish);
      if (!own) throw new HttpProblem(403, 'wrong-csrf');
      if (busyFor !== undefined) throw busyProblem(busyFor);
      if (!examined) {
        const errors = [fieldError('photo', 'required', request.language)];
        return sendAnswer(reply, refuseFields(request, errors, problemTitle('invalid-request', request.language)));
      }
      return sendAnswer(reply, await keepSent(deps, request, { booking, examined, fields }));
    },
  );

  app.get(
    photoApi,
    {
      schema: { ...describedPhoto, querystring: ofPerson, summary: 'What was found of the photo of a person' },
      config: { answers },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const body = await photoAnswerOf(deps, request, booking);
      if (body === undefined) throw notFound('no-photo');
      return sendAnswer(reply, { status: 200, body });
    },
  );

  app.get(
    `${photoApi}/picture`,
    {
      schema: { ...describedPhoto, querystring: ofPerson, summary: 'The photo as it was cut' },
      config: { answers: { 200: { description: 'a JPEG', content: { 'image/jpeg': { schema: z.string() } } } } },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const { position } = wishOf(deps, request, booking);
      const { state = 'accepted' } = request.query;
      const found = booking.photos.find((photo) => photo.position === position && photo.state === state);
      const sent = found && (await sendPhoto(reply, deps, { id: found.id }));
      if (!sent) throw notFound('no-photo');
      return reply;
    },
  );

  app.put(
    `${photoApi}/crop`,
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...describedPhoto,
        querystring: ofPerson,
        body: frameBody,
        summary: 'Cut a proposed photo otherwise',
        description:
          'Left, top and height of a frame of 35:45, in pixels of the source; the nearest frame that lies in it is cut and checked again.',
      },
      config: { answers },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const { details, wish } = await proposalIn(request, booking);
      const { source } = details;
      if (!source) throw notFound('no-photo');
      // Checked by the schema.
      const crop = frameInside(request.body as z.output<typeof frameBody>, source);
      const cut = await cutAnew(deps, { details: { ...details, source }, crop });
      if (cut === 'gone') throw notFound('no-photo');
      if ('busyFor' in cut) throw busyProblem(cut.busyFor);
      const outcome = await transact(deps.db, (tx) => recropPhoto(tx, deps.secrets, { ...wish, cut }));
      if (!outcome.ok) return sendAnswer(reply, refuseUse(request, outcome.reason));
      return sendAnswer(reply, { status: 200, body: await photoAnswerOf(deps, request, booking, 'proposed') });
    },
  );

  app.post(
    `${photoApi}/accept`,
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...describedPhoto,
        querystring: ofPerson,
        body: saidBody,
        summary: 'Say yes to a proposed photo',
        description:
          'With a reason where the checks find it wrong: it is kept all the same, and the office looks at it.',
      },
      config: { answers },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const { details, wish } = await proposalIn(request, booking);
      const said = saidOf(request.body as z.output<typeof saidBody>, details.said);
      const outcome = await transact(deps.db, (tx) =>
        acceptPhotoSaying(tx, deps.secrets, { ...wish, said, undeclared: true }),
      );
      if (!outcome.ok) return sendAnswer(reply, refuseUse(request, outcome.reason));
      return sendAnswer(reply, { status: 200, body: await photoAnswerOf(deps, request, booking, 'accepted') });
    },
  );

  app.delete(
    photoApi,
    {
      schema: { ...describedPhoto, querystring: ofPerson, summary: 'Take the photo back' },
      config: { answers },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const { state = 'accepted' } = request.query;
      const wish = { ...wishOf(deps, request, booking), state };
      const outcome = await transact(deps.db, (tx) => removePhoto(tx, wish));
      if (!outcome.ok && outcome.reason !== 'no-photo') return sendAnswer(reply, refuseUse(request, outcome.reason));
      const kept = booking.photos.some((photo) => photo.position === wish.position && photo.state === 'accepted');
      const body = verdictView(
        { verdict: 'not-assessed', checks: [] },
        { language: request.language, kept: kept && state === 'proposed' },
      );
      return sendAnswer(reply, { status: 200, body });
    },
  );

  async function proposalIn(request: OfPerson, booking: Awaited<ReturnType<typeof ownBooking>>) {
    const wish = wishOf(deps, request, booking);
    const details = await proposalOf(deps, booking, wish.position);
    if (!details) throw notFound('no-photo');
    return { details, wish: { ...wish, photoId: details.id } };
  }
}
