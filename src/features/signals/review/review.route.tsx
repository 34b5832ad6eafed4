import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { audit } from '#features/audit/index.ts';
import { accountProfile } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { typedDateSchema } from '#ui/fields/typed-date.ts';
import { settleNotice } from '../answer-notice.ts';
import { decideSignal } from '../decide-signal.ts';
import { findNotice, waitingAnswers } from '../notice.query.ts';
import { signalPaths } from '../paths.ts';
import { demandByHand, demandNow, endDemand } from '../proof/demand.ts';
import type { ProofGuard } from '../proof/guard.ts';
import { accountsOfSignal, findSignal, listSignals, outcomeCounts } from '../signal.query.ts';
import { decisions } from '../tables.ts';
import { AnswerView } from './answer.view.tsx';
import { openAtNetwork, openAtOffice, type ReviewPlace } from './place.tsx';
import { reviewTexts } from './review.text.ts';
import { SignalView } from './signal.view.tsx';
import { SignalsView } from './signals.view.tsx';

const text = z.string('required').trim().min(1, 'required').max(2000, 'too-long');
const ids = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number),
  ),
);
const decisionForm = z.object({
  decision: z.enum(decisions, 'required-choice'),
  accounts: ids,
  lastDay: z.preprocess((typed) => (typed === '' ? undefined : typed), typedDateSchema.optional()),
  reason: text,
});
const settleForm = z.object({ outcome: z.enum(['kept', 'withdrawn'], 'required-choice'), answer: text });

/** `/office/{office}/signals` and `/network/signals`: people look, and decide. */
export function addReviewPages(app: FastifyInstance, deps: Deps, guard: ProofGuard): void {
  for (const { base, open } of [
    { base: '/office/:office/signals', open: openAtOffice },
    { base: '/network/signals', open: openAtNetwork },
  ]) {
    app.get(base, async (request, reply) => {
      const place = await open(deps, request);
      const officeId = place.office?.id ?? null;
      const [signals, answers, counts, demand] = await Promise.all([
        listSignals(deps.db, place.whose),
        waitingAnswers(deps.db, deps.secrets, officeId),
        officeId === null ? outcomeCounts(deps.db, place.now) : [],
        officeId === null ? demandNow(deps.db, place.now) : undefined,
      ]);
      const done = queryText(request.query, 'done') === 'decided';
      const context = reply.pageContext();
      return page(reply, <SignalsView {...{ context, place, signals, answers, counts, demand, done }} />);
    });

    app.get(`${base}/:signal`, async (request, reply) => {
      const place = await open(deps, request);
      const id = numberInPath(request, 'signal');
      await noteLook(place, id);
      return showSignal(reply, place, id, freshForm(request.language));
    });

    app.post(`${base}/:signal`, async (request, reply) => {
      const place = await open(deps, request);
      const id = numberInPath(request, 'signal');
      const { language } = request;
      const form = readForm(request, decisionForm);
      if (!form.ok) return showSignal(reply.code(form.status), place, id, { language, ...form });
      if ((await findSignal(deps.db, { id, whose: place.whose })) === undefined) throw notFound();
      const { decision, accounts, reason, lastDay = null } = form.value;
      const { whose, office, viewer, now } = place;
      const at = office && { id: office.id, timeZone: office.timeZone };
      const wish = {
        signalId: id,
        whose,
        place: at,
        decision,
        accounts,
        reason,
        lastDay,
        operatorId: viewer.accountId,
        now,
      };
      const decided = await transact(deps.db, (tx) => decideSignal(tx, deps.secrets, wish));
      if (!decided.ok) {
        const t = reviewTexts.for(language);
        const fields: Record<string, string> = {
          'nobody-chosen': 'accounts',
          'already-blocked': 'accounts',
          'day-over': 'lastDay',
        };
        const errors = [fieldError(fields[decided.reason] ?? '', decided.reason, language, t(decided.reason))];
        const status = decided.reason === 'nobody-chosen' || decided.reason === 'day-over' ? 422 : 409;
        return showSignal(reply.code(status), place, id, { language, values: form.values, errors });
      }
      for (const account of decided.accounts) app.sessions.forgetAccount(account);
      return goTo(reply, `${signalPaths.list(place.code)}?done=decided`);
    });

    app.get(`${base}/answers/:notice`, async (request, reply) => {
      const place = await open(deps, request);
      return showAnswer(request, reply, place, freshForm(request.language));
    });

    app.post(`${base}/answers/:notice`, async (request, reply) => {
      const place = await open(deps, request);
      const { language } = request;
      const form = readForm(request, settleForm);
      if (!form.ok) return showAnswer(request, reply.code(form.status), place, { language, ...form });
      const wish = {
        noticeId: numberInPath(request, 'notice'),
        officeId: place.office?.id ?? null,
        ...form.value,
        operatorId: place.viewer.accountId,
        now: place.now,
      };
      // Decided meanwhile by a colleague: the list no longer has it.
      await transact(deps.db, (tx) => settleNotice(tx, deps.secrets, wish));
      return goTo(reply, signalPaths.list(place.code));
    });
  }

  app.post(signalPaths.proof, async (request, reply) => {
    const place = await openAtNetwork(deps, request);
    readPost(request);
    const wanted = z.object({ wanted: z.enum(['on', 'off']) }).safeParse(request.body).data?.wanted ?? 'on';
    const { now, viewer } = place;
    await transact(deps.db, async (tx) => {
      const by = { operatorId: viewer.accountId, now };
      await (wanted === 'on' ? demandByHand(tx, by) : endDemand(tx, by));
      const entry = { action: wanted === 'on' ? 'ask-for-proofs' : 'ask-for-no-proofs', subject: null };
      await audit(tx, { at: now, accountId: viewer.accountId, officeId: null, ...entry });
      return { ok: true };
    });
    await guard.look();
    return goTo(reply, signalPaths.list(null));
  });

  async function showSignal(reply: FastifyReply, place: ReviewPlace, id: number, form: FormState) {
    const signal = await findSignal(deps.db, { id, whose: place.whose });
    if (signal === undefined) throw notFound();
    const accounts = await accountsOfSignal(deps.db, { id, whose: place.whose });
    return page(reply, <SignalView {...{ context: reply.pageContext(), place, signal, accounts, form }} />);
  }

  async function showAnswer(request: FastifyRequest, reply: FastifyReply, place: ReviewPlace, form: FormState) {
    const notice = await findNotice(deps.db, deps.secrets, numberInPath(request, 'notice'));
    const isOurs = notice !== undefined && notice.officeId === (place.office?.id ?? null);
    if (!isOurs || notice.appeal === null || notice.outcome !== null) throw notFound();
    const person = await accountProfile(deps.db, { accountId: notice.accountId, secrets: deps.secrets });
    const name = person ? `${person.givenName} ${person.familyName}` : '–';
    return page(reply, <AnswerView {...{ context: reply.pageContext(), place, notice, name, form }} />);
  }

  // Names are shown: who has looked is written down.
  async function noteLook({ now, viewer, office }: ReviewPlace, id: number): Promise<void> {
    await transact(deps.db, async (tx) => {
      const entry = { action: 'see-signal', subject: `signal:${id}` };
      await audit(tx, { at: now, accountId: viewer.accountId, officeId: office?.id ?? null, ...entry });
      return { ok: true };
    });
  }
}
