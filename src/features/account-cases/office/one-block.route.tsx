import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findBlock } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { numberInPath } from '#platform/http/path.ts';
import { notFound } from '#platform/http/problem.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { type CaseAccount, namesOf } from '../account.query.ts';
import { decideAppeal } from '../appeals/decide-appeal.ts';
import { accountFor, type AtOffice, noteReading, openAccounts } from '../at-office.ts';
import { reconsider } from '../blocks/block.ts';
import { casePaths } from '../paths.ts';
import { hasColleague } from '../reach.query.ts';
import { type BlockCase, blockCases } from '../restriction.query.ts';
import { decisionSchema } from './block.form.ts';
import { blockTexts } from './block.text.ts';
import { OneBlockView } from './one-block.view.tsx';

interface Opened {
  readonly at: AtOffice;
  readonly account: CaseAccount;
  readonly found: BlockCase;
}

/** `/office/{office}/accounts/blocks/{block}`: a block, the appeal against it, and the decision. */
export function addOneBlockPage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/accounts/blocks/:block';

  app.get(address, async (request, reply) => {
    const opened = await open(request);
    await noteReading(deps, opened.at, 'see-block', opened.account.id);
    return show(reply, opened, freshForm(request.language));
  });

  app.post(address, async (request, reply) => {
    const opened = await open(request);
    const { at, account, found } = opened;
    const { language } = request;
    const t = blockTexts.for(language);
    const form = readForm(request, decisionSchema, (key) => {
      if (key === 'answer.required') return t('answerRequired');
      return key === 'day-required' ? t('dayRequired') : undefined;
    });
    if (!form.ok) return show(reply.code(form.status), opened, { language, ...form });
    const { outcome, lastDay, answer } = form.value;
    const appeal = found.appeals.find((one) => one.outcome === null);
    const common = { outcome, lastDay, zone: found.zone, operatorId: at.viewer.accountId, now: at.now };
    const decided = await transact(deps.db, async (tx) => {
      if (appeal) return decideAppeal(tx, deps.secrets, { ...common, appealId: appeal.id, answer });
      const about = { blockId: found.block.id, officeId: found.block.officeId, accountId: account.id };
      return reconsider(tx, deps.secrets, { ...common, ...about, reason: answer });
    });
    if (!decided.ok) {
      const isDay = decided.reason === 'not-shorter' || decided.reason === 'day-over';
      const errors = [fieldError(isDay ? 'lastDay' : '', decided.reason, language, t(decided.reason))];
      return show(reply.code(isDay ? 422 : 409), await open(request), { language, values: form.values, errors });
    }
    app.sessions.forgetAccount(account.id);
    return goTo(reply, `${casePaths.account(at.office.code, account.id)}?done=decided`);
  });

  /** The block an address speaks of: of this office, or of every office for who looks after all. */
  async function open(request: FastifyRequest): Promise<Opened> {
    const at = await openAccounts(deps, request);
    const block = await findBlock(deps.db, deps.secrets, numberInPath(request, 'block'));
    const isOurs = block !== undefined && (at.network || block.officeId === at.office.id);
    if (!isOurs) throw notFound();
    const account = await accountFor(deps, at, block.accountId);
    const cases = await blockCases(deps.db, deps.secrets, { accountId: account.id, now: at.now });
    const found = cases.find((one) => one.block.id === block.id);
    if (found === undefined) throw notFound();
    return { at, account, found };
  }

  async function show(reply: FastifyReply, { at, account, found }: Opened, form: FormState): Promise<FastifyReply> {
    const { block, appeals, decisions } = found;
    const names = await namesOf(deps.db, [block.createdBy, ...decisions.map(({ decidedBy }) => decidedBy)]);
    const isOwn = block.createdBy === at.viewer.accountId && appeals.some(({ outcome }) => outcome === null);
    const who = { officeId: block.officeId, except: at.viewer.accountId };
    const another = isOwn && (await hasColleague(deps.db, who));
    const shown = { at, account, found, names, form, another };
    return page(reply, <OneBlockView context={reply.pageContext()} {...shown} />);
  }
}
