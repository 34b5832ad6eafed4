import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { type Examined, photoRules } from '#features/photo/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { type ApiAnswer, sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { HttpProblem, notFound, problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import type { Booking } from '../booking.query.ts';
import type { PhotoOfBooking } from '../completion/completion.rules.ts';
import { changeDelivery } from '../delivery/change-delivery.ts';
import { deliveryBody } from '../delivery/delivery-body.ts';
import { deliveryError } from '../delivery/delivery-faults.text.ts';
import { ownBooking } from '../own-booking.ts';
import { acceptPhoto, type Kept, type PhotoRefusal, proposePhoto, removePhoto } from '../photo/keep-photo.ts';
import { receivePhoto } from '../photo/receive-photo.ts';
import { sendPhoto } from '../photo/send-photo.ts';
import { bookingAnswer } from './answers.ts';
import { shownBooking } from './booking-view.ts';
import { photoVerdict, verdictView } from './completion-view.ts';
import { refuse, refuseFields } from './refuse.ts';

const ofPerson = z.object({
  person: z.coerce
    .number()
    .int()
    .min(0)
    .max(99)
    .optional()
    .describe('position in the booking; the first unless it says'),
});
type OfPerson = FastifyRequest<{ Querystring: z.output<typeof ofPerson> }>;

const address = '/api/v1/bookings/:code/photo';
const described = { tags: ['citizen'], security: loginNeeded };

/** `PUT`, `GET`, `DELETE /bookings/{code}/photo`, its picture, and `PUT /bookings/{code}/delivery`. */
export function addCompletionApi(app: FastifyInstance, deps: Deps): void {
  app.put(
    address,
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...described,
        querystring: ofPerson,
        consumes: ['multipart/form-data'],
        summary: 'Send the photo of a person',
        description: `One part with a JPEG of at most ${photoRules.file.mostBytes / 1024 / 1024} MB. It is cut to 35:45 in its middle and kept; 422 with the same checks where the file is no picture that can be opened.`,
      },
      config: { answers: { 200: photoVerdict } },
    },
    async (request: OfPerson, reply) => {
      const { accountId } = requireViewer(request);
      const booking = await ownBooking(deps, request);
      if (!request.isMultipart()) throw new HttpProblem(415, 'unsupported-media-type');
      const wish = { accountId, zone: booking.timeZone, withoutForm: request.bearer };
      const { own, examined } = await receivePhoto(deps, request, wish);
      if (!own) throw new HttpProblem(403, 'wrong-csrf');
      return sendAnswer(reply, await keep(request, booking, examined));
    },
  );

  app.get(
    address,
    {
      schema: { ...described, querystring: ofPerson, summary: 'What was found of the photo of a person' },
      config: { answers: { 200: photoVerdict } },
    },
    async (request: OfPerson, reply) => {
      const photo = photoOf(request, await ownBooking(deps, request));
      return sendAnswer(reply, { status: 200, body: verdictView(photo, { language: request.language, kept: true }) });
    },
  );

  app.get(
    `${address}/picture`,
    {
      schema: { ...described, querystring: ofPerson, summary: 'The photo as it was cut' },
      config: { answers: { 200: { description: 'a JPEG', content: { 'image/jpeg': { schema: z.string() } } } } },
    },
    async (request: OfPerson, reply) => {
      const { id } = photoOf(request, await ownBooking(deps, request));
      const sent = await sendPhoto(reply, deps, { id });
      if (sent === undefined) throw notFound();
      return sent;
    },
  );

  app.delete(
    address,
    {
      schema: { ...described, querystring: ofPerson, summary: 'Take the photo back' },
      config: { answers: { 200: photoVerdict } },
    },
    async (request: OfPerson, reply) => {
      const booking = await ownBooking(deps, request);
      const outcome = await transact(deps.db, (tx) =>
        removePhoto(tx, { ...wishOf(request, booking), state: 'accepted' }),
      );
      if (!outcome.ok && outcome.reason !== 'no-photo') return sendAnswer(reply, refusePhoto(request, outcome.reason));
      const body = verdictView({ verdict: 'not-assessed', checks: [] }, { language: request.language, kept: false });
      return sendAnswer(reply, { status: 200, body });
    },
  );

  app.put(
    '/api/v1/bookings/:code/delivery',
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...described,
        body: deliveryBody,
        summary: 'Choose how the document is delivered, and who collects it',
      },
      config: { answers: { 200: bookingAnswer } },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      const { actor, now } = wishOf(request, booking);
      // Checked by the schema.
      const sent = request.body as z.output<typeof deliveryBody>;
      const wish = { bookingId: booking.id, sent, actor, now, today: dayIn(now, booking.timeZone) };
      const outcome = await transact(deps.db, (tx) => changeDelivery(tx, deps.secrets, wish));
      if (outcome.ok) {
        const body = await shownBooking(deps.db, deps, { request, bookingId: booking.id });
        return sendAnswer(reply, { status: 200, body });
      }
      if (outcome.reason === 'not-found') throw notFound();
      if (outcome.reason !== 'faults') return sendAnswer(reply, refuse(request, outcome.reason));
      const errors = (outcome.faults ?? []).map((fault) => deliveryError(fault, request.language));
      return sendAnswer(reply, refuseFields(request, errors, problemTitle('invalid-request', request.language)));
    },
  );

  async function keep(request: OfPerson, booking: Booking, examined: Examined | undefined): Promise<ApiAnswer> {
    const { language } = request;
    const title = problemTitle('invalid-request', language);
    if (!examined) return refuseFields(request, [fieldError('photo', 'required', language)], title);
    const wish = wishOf(request, booking);
    const before = booking.photos.some(({ position, state }) => position === wish.position && state === 'accepted');
    const { portrait } = examined;
    if (portrait === undefined) {
      const body = verdictView(examined, { language, kept: before });
      // What is no picture is a bad request; a picture that will not do is an answer.
      if (examined.checks.some(({ id }) => id === 'proportions')) return { status: 200, body };
      const errors = examined.checks.map(({ finding }, index) => {
        return { field: 'photo', reason: finding, message: body.checks[index]?.message ?? '' };
      });
      const refused = refuseFields(request, errors, title);
      return { ...refused, body: { ...(refused.body as object), ...body } };
    }
    const outcome = await transact(deps.db, async (tx) => {
      const kept: Kept = { ...examined, portrait };
      const proposed = await proposePhoto(tx, deps.secrets, { ...wish, examined: kept });
      return proposed.ok ? acceptPhoto(tx, wish) : proposed;
    });
    if (!outcome.ok) return refusePhoto(request, outcome.reason);
    return { status: 200, body: verdictView(examined, { language, kept: true }) };
  }

  function wishOf(request: FastifyRequest, { id: bookingId, people }: Booking) {
    const { accountId } = requireViewer(request);
    const { person } = request.query as z.output<typeof ofPerson>;
    const position = person ?? people[0]?.position ?? 0;
    return { bookingId, position, actor: { kind: 'citizen', accountId } as const, now: deps.clock.now() };
  }

  function photoOf(request: FastifyRequest, booking: Booking): PhotoOfBooking {
    const { position } = wishOf(request, booking);
    const found = booking.photos.find((photo) => photo.position === position && photo.state === 'accepted');
    if (found === undefined) throw notFound('no-photo');
    return found;
  }
}

function refusePhoto(request: FastifyRequest, reason: PhotoRefusal): ApiAnswer {
  if (reason === 'not-found' || reason === 'no-such-person' || reason === 'no-photo') throw notFound(reason);
  return refuse(request, reason);
}
