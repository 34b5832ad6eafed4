import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireViewer } from '#features/identity/index.ts';
import { requestedFilesOf } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { attachmentsOf } from '../../attachments/attachments.query.ts';
import { mayChangeFiles } from '../../attachments/files-due.rules.ts';
import { filesTexts } from '../../attachments/files.text.ts';
import { removeAttachment } from '../../attachments/keep-attachment.ts';
import { receiveFiles } from '../../attachments/receive-files.ts';
import { sendAttachment } from '../../attachments/send-attachment.ts';
import type { Booking } from '../../booking.query.ts';
import { ownBooking } from '../../own-booking.ts';
import { AttachmentsView } from './attachments.view.tsx';

interface CodeParams {
  Params: { code: string };
}

/** `/bookings/:code/attachments`: the documents of one's own booking. Never by a link without login. */
export function addAttachmentPages(app: FastifyInstance, deps: Deps): void {
  app.get<CodeParams>('/bookings/:code/attachments', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    if (!mayChangeFiles(booking, deps.clock.now())) return goTo(reply, `/bookings/${booking.code}`);
    return show(request, reply, booking, []);
  });

  app.post<CodeParams>('/bookings/:code/attachments', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const { accountId } = requireViewer(request);
    if (!mayChangeFiles(booking, deps.clock.now())) return goTo(reply, `/bookings/${booking.code}`);
    const owner = { bookingId: booking.id };
    const files = await requestedFilesOf(deps.db, booking.offeringId);
    const received = await receiveFiles(deps, request, { owner, accountId, files });
    if (!received.own) {
      const errors = [{ field: '', reason: 'wrong-csrf', message: filesTexts.for(request.language)('stale') }];
      return show(request, reply.code(403), booking, errors);
    }
    const { remove } = received.fields;
    const own = (await attachmentsOf(deps.db, deps.secrets, booking.id)).find(({ id }) => id === remove);
    if (own) {
      await transact(deps.db, async (tx) => {
        await removeAttachment(tx, { owner, accountId, id: own.id });
        return { ok: true };
      });
    }
    if (received.errors.length > 0) return show(request, reply.code(422), booking, received.errors);
    return goTo(reply, `/bookings/${booking.code}${remove === undefined ? '' : '/attachments'}`);
  });

  app.get<{ Params: { code: string; id: string } }>('/bookings/:code/attachments/:id', async (request, reply) => {
    const booking = await ownBooking(deps, request);
    const found = (await attachmentsOf(deps.db, deps.secrets, booking.id)).find(({ id }) => id === request.params.id);
    if (found === undefined) throw notFound();
    return sendAttachment(reply, deps, found);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    booking: Booking,
    errors: readonly FieldError[],
  ): Promise<FastifyReply> {
    const [files, sent] = await Promise.all([
      requestedFilesOf(deps.db, booking.offeringId),
      attachmentsOf(deps.db, deps.secrets, booking.id),
    ]);
    const form = { language: request.language, values: {}, errors };
    const now = deps.clock.now();
    return page(reply, <AttachmentsView {...{ context: reply.pageContext(), booking, files, sent, form, now }} />);
  }
}
