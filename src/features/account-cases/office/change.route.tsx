import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownPersonIn } from '#features/booking/index.ts';
import { isIdentified, longestReason } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { HttpProblem, notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type CaseAccount, namesOf } from '../account.query.ts';
import { accountFor, type AtOffice, noteReading, openAccounts } from '../at-office.ts';
import { decidesFor, findChange, type ProfileChange } from '../changes/change.query.ts';
import { decideChange } from '../changes/decide-change.ts';
import { casePaths } from '../paths.ts';
import { writtenText } from '../written-text.ts';
import { changeTexts } from './change.text.ts';
import { ChangeView } from './change.view.tsx';

const decisionSchema = z.object({
  outcome: z.enum(['accept', 'refuse'], 'required-choice'),
  bookings: z.literal('yes').optional(),
  seen: z.literal('yes').optional(),
  answer: writtenText(longestReason),
});

interface Opened {
  readonly at: AtOffice;
  readonly account: CaseAccount;
  readonly change: ProfileChange;
  readonly ours: boolean;
}

/** `/office/{office}/accounts/changes/{change}`: details that somebody asks to have put right. */
export function addChangePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/accounts/changes/:change';

  app.get(address, async (request, reply) => {
    const opened = await open(request);
    await noteReading(deps, opened.at, 'see-profile-change', opened.account.id);
    return show(reply, opened, freshForm(request.language));
  });

  app.post(address, async (request, reply) => {
    const opened = await open(request);
    if (!opened.ours) throw new HttpProblem(403, 'forbidden');
    const { at, account, change } = opened;
    const { language } = request;
    const t = changeTexts.for(language);
    const form = readForm(request, decisionSchema, (key) =>
      key === 'answer.required' ? t('answerRequired') : undefined,
    );
    if (!form.ok) return show(reply.code(form.status), opened, { language, ...form });
    const { outcome, bookings, seen, answer } = form.value;
    const decision = {
      changeId: change.id,
      accept: outcome === 'accept',
      bookingsToo: bookings === 'yes',
      documentSeen: seen === 'yes',
      answer,
      officeId: at.office.id,
      operatorId: at.viewer.accountId,
      now: at.now,
    };
    const decided = await transact(deps.db, (tx) => decideChange(tx, deps.secrets, decision));
    if (!decided.ok) {
      const collides = decided.reason === 'bookings-collide' || decided.reason === 'another-person';
      const words = decided.reason === 'bookings-collide' ? t('collide') : t(decided.reason);
      const errors = [fieldError(collides ? 'bookings' : '', decided.reason, language, words)];
      return show(reply.code(409), await open(request), { language, values: form.values, errors });
    }
    app.sessions.forgetAccount(account.id);
    return goTo(reply, `${casePaths.account(at.office.code, account.id)}?done=decided`);
  });

  async function open(request: FastifyRequest): Promise<Opened> {
    const at = await openAccounts(deps, request);
    const change = await findChange(deps.db, deps.secrets, numberInPath(request, 'change'));
    if (change === undefined) throw notFound();
    const account = await accountFor(deps, at, change.accountId);
    const ours = at.network || (await decidesFor(deps.db, { officeId: at.office.id, accountId: account.id }));
    return { at, account, change, ours };
  }

  async function show(reply: FastifyReply, opened: Opened, form: FormState): Promise<FastifyReply> {
    const { account, change } = opened;
    const own = await ownPersonIn(deps.db, deps.secrets, { accountId: account.id, before: change.before });
    const names = await namesOf(deps.db, [change.decidedBy]);
    const decider = change.decidedBy === null ? undefined : names.get(change.decidedBy);
    const identified = await isIdentified(deps.db, account.id);
    const shown = { ...opened, form, decider, identified, codes: own.map(({ code }) => code) };
    return page(reply, <ChangeView context={reply.pageContext()} {...shown} />);
  }
}
