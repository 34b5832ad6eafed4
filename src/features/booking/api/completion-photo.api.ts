import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { photoRules } from '#features/photo/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { idempotencyOf, once, sendAnswer } from '#platform/http/idempotency.ts';
import { HttpProblem, notFound, problemTitle } from '#platform/http/problem.ts';
import { ownBooking } from '../own-booking.ts';
import { busyProblem } from '../photo/busy.ts';
import { receivePhoto } from '../photo/receive-photo.ts';
import { sendPhoto } from '../photo/send-photo.ts';
import { photoVerdict } from './completion-view.ts';
import { keepSent } from './completion-photo.ts';
import {
  describedPhoto,
  type OfPerson,
  ofPerson,
  photoAnswerOf,
  photoApi,
  refusalOf,
  refuseUse,
  wishOf,
} from './completion-photo-request.ts';
import { refuseFields } from './refuse.ts';

/** `PUT` and `GET /bookings/{code}/photo`, and its picture. */
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
      if (refused && request.headers['idempotency-key'] === undefined) {
        // Nobody looks at it: what is still on the line is read and forgotten. With a key it may have been taken before.
        request.raw.resume();
        return sendAnswer(reply, refuseUse(request, refused));
      }
      const wish = { accountId, zone: booking.timeZone, withoutForm: request.bearer };
      const { own, examined, fields, digest, busyFor } = await receivePhoto(deps, request, wish);
      if (!own) throw new HttpProblem(403, 'wrong-csrf');
      if (busyFor !== undefined) throw busyProblem(busyFor);
      if (!examined) {
        const errors = [fieldError('photo', 'required', request.language)];
        return sendAnswer(reply, refuseFields(request, errors, problemTitle('invalid-request', request.language)));
      }
      const key = idempotencyOf(request, `a:${accountId}`, { digest, fields });
      const sent = { booking, examined, fields };
      return sendAnswer(reply, await once(deps.db, key, deps.clock.now(), (tx) => keepSent(tx, deps, request, sent)));
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
      const body = await photoAnswerOf(deps, request, booking, request.query);
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
}
