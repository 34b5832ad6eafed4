import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireViewer } from '#features/identity/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import { withOffset } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError } from '#platform/http/form.ts';
import { sendAnswer } from '#platform/http/idempotency.ts';
import { loginNeeded } from '#platform/http/openapi.ts';
import { HttpProblem, notFound, problemTitle } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type Attachment, attachmentsOf } from '../attachments/attachments.query.ts';
import { mayChangeFiles } from '../attachments/files-due.rules.ts';
import { removeAttachment } from '../attachments/keep-attachment.ts';
import { receiveFiles } from '../attachments/receive-files.ts';
import { sendAttachment } from '../attachments/send-attachment.ts';
import type { Booking } from '../booking.query.ts';
import { ownBooking } from '../own-booking.ts';
import { refuse, refuseFields } from './refuse.ts';

const tags = ['citizen'];

export const attachmentAnswer = z.object({
  id: z.string(),
  file: z.string().describe('code of the file that the service asks for'),
  name: z.string(),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  size: z.int().describe('bytes'),
  sentAt: z.string(),
});

const codeOf = ({ code }: { code: string }): string => code;

const listAnswer = z.object({ items: z.array(attachmentAnswer) });

/** `GET` and `POST /bookings/{code}/attachments`, `GET` and `DELETE …/{id}`. */
export function addAttachmentsApi(app: FastifyInstance, deps: Deps): void {
  const address = '/api/v1/bookings/:code/attachments';
  const described = { tags, security: loginNeeded };

  app.get(
    address,
    {
      schema: { ...described, summary: 'The files sent with a booking' },
      config: { answers: { 200: listAnswer } },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      return sendAnswer(reply, { status: 200, body: await listOf(booking) });
    },
  );

  app.post(
    address,
    {
      preValidation: async (request: FastifyRequest) => void requireViewer(request),
      schema: {
        ...described,
        consumes: ['multipart/form-data'],
        summary: 'Send files for a booking',
        description:
          'One part for each file, named by the code of the requested file; PDF, JPEG or PNG. A file replaces the one sent for the same request before. Good files are kept even where others are refused. Past the date in preCheck.by they are late but welcome: until the appointment, or until the office has decided.',
      },
      config: { answers: { 201: listAnswer } },
    },
    async (request, reply) => {
      const { accountId } = requireViewer(request);
      const booking = await ownBooking(deps, request);
      if (!mayChangeFiles(booking, deps.clock.now())) return sendAnswer(reply, refuse(request, 'too-late'));
      if (!request.isMultipart()) throw new HttpProblem(415, 'unsupported-media-type');
      const files = await requestedFilesOf(deps.db, booking.offeringId);
      const wish = { owner: { bookingId: booking.id }, accountId, files, named: codeOf, withoutForm: request.bearer };
      const received = await receiveFiles(deps, request, wish);
      if (!received.own) throw new HttpProblem(403, 'wrong-csrf');
      const title = problemTitle('invalid-request', request.language);
      if (received.errors.length > 0) return sendAnswer(reply, refuseFields(request, received.errors, title));
      if (received.kept.length === 0) {
        const errors = [fieldError(files[0]?.code ?? 'file', 'required', request.language)];
        return sendAnswer(reply, refuseFields(request, errors, title));
      }
      return sendAnswer(reply, { status: 201, body: await listOf(booking) });
    },
  );

  app.get<{ Params: { code: string; id: string } }>(
    `${address}/:id`,
    {
      schema: { ...described, summary: 'The content of a file' },
      config: {
        answers: { 200: { description: 'the file', content: { 'application/octet-stream': { schema: z.string() } } } },
      },
    },
    async (request, reply) => {
      const booking = await ownBooking(deps, request);
      return sendAttachment(reply, deps, await requireFile(booking, request.params.id));
    },
  );

  app.delete<{ Params: { code: string; id: string } }>(
    `${address}/:id`,
    {
      schema: { ...described, summary: 'Take a file back' },
      config: { answers: { 204: z.null().describe('taken back') } },
    },
    async (request, reply) => {
      const { accountId } = requireViewer(request);
      const booking = await ownBooking(deps, request);
      const { id } = await requireFile(booking, request.params.id);
      if (!mayChangeFiles(booking, deps.clock.now())) return sendAnswer(reply, refuse(request, 'too-late'));
      await transact(deps.db, async (tx) => {
        await removeAttachment(tx, { owner: { bookingId: booking.id }, accountId, id });
        return { ok: true };
      });
      return sendAnswer(reply, { status: 204, body: null });
    },
  );

  async function requireFile(booking: Booking, id: string): Promise<Attachment> {
    const found = (await attachmentsOf(deps.db, deps.secrets, booking.id)).find((one) => one.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  async function listOf(booking: Booking): Promise<z.input<typeof listAnswer>> {
    const sent = await attachmentsOf(deps.db, deps.secrets, booking.id);
    const items = sent.map(({ id, fileCode, name, kind, size, createdAt }) => {
      return { id, file: fileCode, name, type: kind, size, sentAt: withOffset(createdAt, booking.timeZone) };
    });
    return { items };
  }
}
