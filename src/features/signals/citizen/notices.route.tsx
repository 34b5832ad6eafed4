import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { networkZone, requireViewer, type Viewer } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { appealNotice } from '../answer-notice.ts';
import { findNotice, noticesOf } from '../notice.query.ts';
import { noticePaths } from '../paths.ts';
import { NoticesView, NoticeView } from './notices.view.tsx';

const answerForm = z.object({ text: z.string('required').trim().min(1, 'required').max(2000, 'too-long') });
const pattern = '/notices/:notice';

/** `/notices`: what people decided about one's account short of a block, and the answer to it. */
export function addNoticePages(app: FastifyInstance, deps: Deps): void {
  app.get(noticePaths.list, async (request, reply) => {
    const viewer = requireViewer(request);
    const notices = await noticesOf(deps.db, deps.secrets, viewer.accountId);
    return page(reply, <NoticesView context={reply.pageContext()} notices={notices} zone={networkZone} />);
  });

  app.get(pattern, async (request, reply) => show(request, reply, requireViewer(request), freshForm(request.language)));

  app.post(pattern, async (request, reply) => {
    const viewer = requireViewer(request);
    const { language } = request;
    const form = readForm(request, answerForm);
    if (!form.ok) return show(request, reply.code(form.status), viewer, { language, ...form });
    const id = numberInPath(request, 'notice');
    const wish = { noticeId: id, accountId: viewer.accountId, text: form.value.text, now: deps.clock.now() };
    // Sent twice, it is there once.
    await transact(deps.db, (tx) => appealNotice(tx, deps.secrets, wish));
    return goTo(reply, `${noticePaths.one(id)}?sent=1`);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, viewer: Viewer, form: FormState) {
    const notice = await findNotice(deps.db, deps.secrets, numberInPath(request, 'notice'));
    if (notice?.accountId !== viewer.accountId) throw notFound();
    const sent = queryText(request.query, 'sent') === '1' && notice.appeal !== null;
    return page(reply, <NoticeView context={reply.pageContext()} {...{ notice, form, sent, zone: networkZone }} />);
  }
}
