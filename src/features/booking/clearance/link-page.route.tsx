import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { worksAt } from '#features/identity/index.ts';
import { findOfficeById } from '#features/offices/index.ts';
import type { Deps } from '#platform/deps.ts';
import { type FormValues, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import type { FieldError } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { answerClearance, type AnswerRefusal } from './answer-clearance.ts';
import { linkAnswerSchema } from './answer.form.ts';
import { answerTexts } from './answer.text.ts';
import { readClearanceLink } from './clearance-link.ts';
import { BadClearanceLinkView, ClearanceLinkView, OwnRequestView } from './link-page.view.tsx';
import { requestFacts, type RequestFacts } from './request-facts.query.ts';

interface Params {
  Params: { token: string };
}

/** `/clearances/l/:token`: the municipality's officer reads a request and answers it, without a login. Opening it changes nothing. */
export function addClearanceLinkPage(app: FastifyInstance, deps: Deps): void {
  const address = '/clearances/l/:token';

  app.get<Params>(address, async (request, reply) => {
    const found = await open(request, reply);
    if (!found.ok) return refuse(reply, found.reason);
    if (isOwn(request, found.facts)) return refuseOwn(reply, found.facts);
    return show(reply, found.facts, { sent: queryText(request.query, 'done') === 'yes' });
  });

  app.post<Params>(address, async (request, reply) => {
    const found = await open(request, reply);
    if (!found.ok) return refuse(reply, found.reason);
    if (isOwn(request, found.facts)) return refuseOwn(reply, found.facts);
    const { language, viewer } = request;
    const t = answerTexts.for(language);
    const words = (key: string) => (answerTexts.has(key) ? t(key) : undefined);
    const form = readForm(request, linkAnswerSchema, words);
    if (!form.ok) return show(reply.code(form.status), found.facts, { values: form.values, errors: form.errors });
    const { name, answer } = form.value;
    const by = { kind: 'link', round: found.facts.round, name, accountId: viewer?.accountId ?? null } as const;
    const about = { clearanceId: found.facts.id, by, answer, now: deps.clock.now() };
    const outcome = await transact(deps.db, (tx) => answerClearance(tx, deps.secrets, about));
    if (outcome.ok) return goTo(reply, `${pathOf(request)}?done=yes`);
    const facts = await requestFacts(deps.db, deps.secrets, { id: found.facts.id });
    return facts
      ? show(reply.code(409), facts, { values: form.values, refusal: outcome.reason })
      : refuse(reply, 'not-a-link');
  });

  type Opened = { ok: true; facts: RequestFacts } | { ok: false; reason: 'not-a-link' | 'expired' | 'replaced' };

  async function open(request: FastifyRequest<Params>, reply: FastifyReply): Promise<Opened> {
    // The address is a key: it must not travel on to other sites, nor stay in caches or search engines.
    void reply.headers({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    const link = readClearanceLink(deps.secrets, request.params.token, deps.clock.now());
    if (!link.ok) return link;
    const facts = await requestFacts(deps.db, deps.secrets, { id: link.clearanceId });
    // The booking was moved to an office that needs none, or another municipality is asked now.
    if (facts?.round !== link.round) return { ok: false, reason: 'replaced' };
    return { ok: true, facts };
  }

  function show(
    reply: FastifyReply,
    facts: RequestFacts,
    state: { values?: FormValues; errors?: readonly FieldError[]; refusal?: AnswerRefusal; sent?: boolean },
  ): FastifyReply {
    const context = reply.pageContext();
    const { values = {}, errors = [], refusal, sent = false } = state;
    const form = { language: context.language, values, errors };
    const { url } = reply.request;
    return page(
      reply,
      <ClearanceLinkView {...{ context, facts, form, refusal, sent }} path={url.split('?')[0] ?? url} />,
    );
  }

  async function refuseOwn(reply: FastifyReply, { officeId, code }: RequestFacts): Promise<FastifyReply> {
    const office = await findOfficeById(deps.db, officeId);
    const byHand = office && `/office/${office.code}/bookings/${code}/clearance`;
    return page(reply.code(403), <OwnRequestView context={reply.pageContext()} byHand={byHand} />);
  }

  function refuse(reply: FastifyReply, reason: 'not-a-link' | 'expired' | 'replaced'): FastifyReply {
    const status = reason === 'not-a-link' ? 404 : 410;
    return page(reply.code(status), <BadClearanceLinkView context={reply.pageContext()} reason={reason} />);
  }
}

/** The office that asks sees the link in what it sends: it must not answer in the municipality's place. */
function isOwn({ viewer }: FastifyRequest<Params>, { officeId }: RequestFacts): boolean {
  return viewer !== null && worksAt(viewer, officeId);
}

function pathOf(request: FastifyRequest<Params>): string {
  return `/clearances/l/${encodeURIComponent(request.params.token)}`;
}
