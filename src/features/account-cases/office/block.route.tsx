import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { dayIn } from '#platform/dates.ts';
import { fieldError, readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import type { CaseAccount } from '../account.query.ts';
import { type AtOffice, openAccounts, requireAccount } from '../at-office.ts';
import { block } from '../blocks/block.ts';
import { casePaths } from '../paths.ts';
import { blockSchema } from './block.form.ts';
import { blockTexts } from './block.text.ts';
import { BlockView } from './block.view.tsx';

/** `/office/{office}/accounts/{account}/block`: a person decides, and says why. */
export function addBlockPage(app: FastifyInstance, deps: Deps): void {
  const address = '/office/:office/accounts/:account/block';

  app.get(address, async (request, reply) => {
    const [at, account] = await open(request);
    return show(reply, at, account, freshForm(request.language, { where: 'here', until: 'day' }));
  });

  app.post(address, async (request, reply) => {
    const [at, account] = await open(request);
    const { language } = request;
    const t = blockTexts.for(language);
    const form = readForm(request, blockSchema, (key) => {
      if (key === 'reason.required') return t('reasonRequired');
      return key === 'day-required' ? t('dayRequired') : undefined;
    });
    if (!form.ok) return show(reply.code(form.status), at, account, { language, ...form });
    const { where, kind, reason, lastDay } = form.value;
    const { office, viewer, now, network } = at;
    // Only who looks after the whole network is asked where; anybody else's answer is not listened to.
    const place = network && where === 'everywhere' ? null : { id: office.id, timeZone: office.timeZone };
    const wish = { accountId: account.id, place, kind, reason, lastDay, operatorId: viewer.accountId, now };
    const blocked = await transact(deps.db, (tx) => block(tx, deps.secrets, wish));
    if (!blocked.ok) {
      const field = blocked.reason === 'day-over' ? 'lastDay' : '';
      const errors = [fieldError(field, blocked.reason, language, t(blocked.reason))];
      const status = blocked.reason === 'day-over' ? 422 : 409;
      return show(reply.code(status), at, account, { language, values: form.values, errors });
    }
    app.sessions.forgetAccount(account.id);
    return goTo(reply, `${casePaths.account(office.code, account.id)}?done=blocked`);
  });

  async function open(request: FastifyRequest): Promise<[AtOffice, CaseAccount]> {
    const at = await openAccounts(deps, request);
    return [at, await requireAccount(deps, request, at)];
  }

  function show(reply: FastifyReply, at: AtOffice, account: CaseAccount, form: FormState): FastifyReply {
    const today = dayIn(at.now, at.office.timeZone);
    return page(reply, <BlockView context={reply.pageContext()} at={at} account={account} form={form} today={today} />);
  }
}
