import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireVerified } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type Attachment, attachmentsOfHold } from '../../attachments/attachments.query.ts';
import { fileFaultError } from '../../attachments/file-faults.text.ts';
import { missingFiles } from '../../attachments/files-due.rules.ts';
import { filesTexts } from '../../attachments/files.text.ts';
import { removeAttachment } from '../../attachments/keep-attachment.ts';
import { fieldOf, receiveFiles } from '../../attachments/receive-files.ts';
import { FilesView } from './files.view.tsx';
import { type Held, holdPath, type HoldParams, requireHeld } from './held.ts';
import { showHoldOver } from './hold-over.route.tsx';

/** /holds/:id/files: the documents that the office asks for, before the summary. */
export function addFilesStep(app: FastifyInstance, deps: Deps): void {
  app.get<HoldParams & { Querystring: Record<string, unknown> }>('/holds/:id/files', async (request, reply) => {
    const held = await requireHeld(deps, request);
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    if (!held.live) return showHoldOver(deps, reply, held);
    requireVerified(request);
    if (held.files.length === 0) return goTo(reply, holdPath(held.hold, 'summary'));
    const sent = await attachmentsOfHold(deps.db, deps.secrets, held.hold.id);
    const errors = 'check' in request.query ? stillRequired(request, held, sent) : [];
    return show(request, reply, held, { errors, sent });
  });

  app.post<HoldParams>('/holds/:id/files', async (request, reply) => {
    const held = await requireHeld(deps, request);
    if (held.hold.bookingCode) return goTo(reply, `/bookings/${held.hold.bookingCode}`);
    const { accountId } = requireVerified(request);
    if (!held.live) return showHoldOver(deps, reply, held);
    const owner = { holdId: held.hold.id };
    const received = await receiveFiles(deps, request, { owner, accountId, files: held.files });
    if (!received.own) {
      const errors = [{ field: '', reason: 'wrong-csrf', message: filesTexts.for(request.language)('stale') }];
      return show(request, reply.code(403), held, { errors });
    }
    const { remove } = received.fields;
    if (remove !== undefined && isId(remove)) await takeBack({ owner, accountId, id: remove });
    const sent = await attachmentsOfHold(deps.db, deps.secrets, held.hold.id);
    const required = remove === undefined ? stillRequired(request, held, sent) : [];
    const known = new Set(received.errors.map(({ field }) => field));
    const errors = [...received.errors, ...required.filter(({ field }) => !known.has(field))];
    if (errors.length > 0) return show(request, reply.code(422), held, { errors, sent });
    return goTo(reply, holdPath(held.hold, remove === undefined ? 'summary' : 'files'));
  });

  async function takeBack(request: Parameters<typeof removeAttachment>[1]): Promise<void> {
    await transact(deps.db, async (tx) => {
      await removeAttachment(tx, request);
      return { ok: true };
    });
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    held: Held,
    state: { errors: readonly FieldError[]; sent?: readonly Attachment[] },
  ): Promise<FastifyReply> {
    const sent = state.sent ?? (await attachmentsOfHold(deps.db, deps.secrets, held.hold.id));
    const form = { language: request.language, values: {}, errors: state.errors };
    const mayWait = filesMayWait(held, sent);
    return page(reply, <FilesView {...{ context: reply.pageContext(), held, form, sent, mayWait }} />);
  }
}

/** Where the office looks at documents by a date of its own they may follow; otherwise what is required comes first. */
export function filesMayWait(
  { offering, files }: Pick<Held, 'offering' | 'files'>,
  sent: readonly Attachment[],
): boolean {
  return offering.preCheck || missingFiles(files, sent).length === 0;
}

function stillRequired(request: FastifyRequest, held: Held, sent: readonly Attachment[]): FieldError[] {
  if (filesMayWait(held, sent)) return [];
  return missingFiles(held.files, sent).map((file) =>
    fileFaultError(fieldOf(file), 'required', file, request.language),
  );
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
