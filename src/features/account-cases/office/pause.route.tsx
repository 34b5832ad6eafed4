import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pausesOf } from '#features/booking/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { CaseAccount } from '../account.query.ts';
import { type Appeal, findAppeal } from '../appeals/appeal.query.ts';
import { decideAppeal } from '../appeals/decide-appeal.ts';
import { accountFor, type AtOffice, noteReading, openAccounts } from '../at-office.ts';
import { casePaths } from '../paths.ts';
import { decisionSchema } from './block.form.ts';
import { blockTexts } from './block.text.ts';
import { PauseView } from './pause.view.tsx';

interface Opened {
  readonly at: AtOffice;
  readonly account: CaseAccount;
  readonly appeal: Appeal;
}

/** `/office/{office}/accounts/pauses/{appeal}`: what somebody explains about appointments missed. */
export function addPausePage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/accounts/pauses/:appeal';

  app.get(address, async (request, reply) => {
    const opened = await open(request);
    await noteReading(deps, opened.at, 'see-appeal', opened.account.id);
    return show(reply, opened, freshForm(request.language));
  });

  app.post(address, async (request, reply) => {
    const opened = await open(request);
    const { at, account, appeal } = opened;
    const { language } = request;
    const t = blockTexts.for(language);
    const form = readForm(request, decisionSchema, (key) =>
      key === 'answer.required' ? t('answerRequired') : undefined,
    );
    if (!form.ok) return show(reply.code(form.status), opened, { language, ...form });
    const { office, viewer, now } = at;
    const decision = { ...form.value, appealId: appeal.id, zone: office.timeZone, operatorId: viewer.accountId, now };
    const decided = await transact(deps.db, (tx) => decideAppeal(tx, deps.secrets, decision));
    if (decided.ok) return goTo(reply, `${casePaths.account(office.code, account.id)}?done=decided`);
    const errors = [fieldError('', decided.reason, language, t(decided.reason))];
    return show(reply.code(409), await open(request), { language, values: form.values, errors });
  });

  async function open(request: FastifyRequest): Promise<Opened> {
    const at = await openAccounts(deps, request);
    const appeal = await findAppeal(deps.db, deps.secrets, numberInPath(request, 'appeal'));
    if (appeal?.officeId !== at.office.id || appeal.bookingId === null) throw notFound();
    return { at, appeal, account: await accountFor(deps, at, appeal.accountId) };
  }

  async function show(reply: FastifyReply, { at, account, appeal }: Opened, form: FormState): Promise<FastifyReply> {
    const pauses = await pausesOf(deps.db, { accountId: account.id, officeId: at.office.id, now: at.now });
    const shown = { at, account, appeal, pauses, form };
    return page(reply, <PauseView context={reply.pageContext()} {...shown} />);
  }
}
