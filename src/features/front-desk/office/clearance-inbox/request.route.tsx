import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type AnswerRefusal,
  answerSchema,
  answerTexts,
  askedPath,
  inboxSectionOf,
  requestFacts,
} from '#features/booking/index.ts';
import { dayIn } from '#platform/dates.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { type FieldError, notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { answerRequest, type InboxAnswer } from '../../answer-request.ts';
import { type AskedParams, requireAsked } from '../../asked-of-office.ts';
import { type AtOffice, noteReading, openDesk } from '../../at-office.ts';
import { AskedView } from './request.view.tsx';

const readSchema = z.object({ answer: z.literal('read') });

/** `/office/:office/clearance-requests/:id`: one request of another office, and this municipality's answer. */
export function addClearanceRequest(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/clearance-requests/:id';

  app.get(address, async (request: FastifyRequest<AskedParams>, reply) => {
    const at = await openDesk(deps, request, 'see-booking');
    const { id } = await requireAsked(deps, request, at);
    return show(reply, at, id, { sent: queryText(request.query, 'done') === 'yes' });
  });

  app.post(address, async (request: FastifyRequest<AskedParams>, reply) => {
    const at = await openDesk(deps, request, 'take-in-charge');
    const facts = await requireAsked(deps, request, at);
    const { language } = request;
    const t = answerTexts.for(language);
    const words = (key: string) => (answerTexts.has(key) ? t(key) : undefined);
    const isRead = facts.mode === 'notify';
    const form = isRead ? readForm(request, readSchema) : readForm(request, answerSchema, words);
    if (!form.ok) return show(reply.code(form.status), at, facts.id, { values: form.values, errors: form.errors });
    const answer: InboxAnswer = form.value.answer === 'read' ? { answer: 'read', protocol: null } : form.value;
    const about = { clearanceId: facts.id, office: at.office, operatorId: at.viewer.accountId, answer };
    const outcome = await transact(deps.db, (tx) =>
      answerRequest(tx, deps.secrets, { ...about, now: deps.clock.now() }),
    );
    if (outcome.ok) return goTo(reply, `${askedPath(at.office, facts.id)}?done=yes`);
    // Asked of another municipality since: it is not in this inbox any more.
    if (outcome.reason === 'not-found') throw notFound('unknown-clearance');
    return show(reply.code(409), at, facts.id, { values: form.values, refusal: outcome.reason });
  });

  async function show(
    reply: FastifyReply,
    at: AtOffice,
    id: string,
    state: { values?: FormValues; errors?: readonly FieldError[]; refusal?: AnswerRefusal; sent?: boolean },
  ): Promise<FastifyReply> {
    const facts = await requestFacts(deps.db, deps.secrets, { id });
    if (!facts) throw notFound('unknown-clearance');
    await noteReading(deps, at, { action: 'see-clearance-request', subject: `clearance:${id}` });
    const context = reply.pageContext();
    const { values = {}, errors = [], refusal, sent = false } = state;
    const form = { language: context.language, values, errors };
    const today = dayIn(deps.clock.now(), at.office.timeZone);
    void reply.header('cache-control', 'no-store');
    const section = inboxSectionOf(facts);
    return page(reply, <AskedView {...{ context, at, facts, section, form, refusal, sent, today }} />);
  }
}
