import type { FastifyInstance, FastifyReply } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { decidedRule, networkRule, saveAccessRule } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { type FormState, freshForm } from '#ui/fields/form.tsx';
import { accessRuleSchema, shownRule } from '../access-rule.form.ts';
import { accessRuleFaults, accessRuleTexts } from '../access-rule.text.ts';
import { AccessRuleForm } from '../access-rule.view.tsx';
import { openNetwork } from '../at-office.ts';
import { networkPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { NetworkPage } from './network-page.view.tsx';

/** `/network/access-rule`: what is asked of everybody who works. */
export function addNetworkAccessRule(app: FastifyInstance, deps: Deps): void {
  app.get(networkPaths.accessRule, async (request, reply) => {
    openNetwork(deps, request);
    const form = freshForm(request.language, shownRule(await networkRule(deps.db, deps.config)));
    return show(reply, form, queryText(request.query, 'done') === 'saved');
  });

  app.post(networkPaths.accessRule, async (request, reply) => {
    const { viewer, now } = openNetwork(deps, request);
    const { language } = request;
    const form = readForm(request, accessRuleSchema, faultWords(accessRuleFaults, language));
    if (!form.ok) return show(reply.code(form.status), { language, values: form.values, errors: form.errors });
    const { accountId } = viewer;
    await transact(deps.db, async (tx) => {
      await audit(tx, {
        at: now,
        accountId,
        officeId: null,
        action: 'edit-access-rule',
        subject: null,
        detail: shownRule(form.value),
      });
      return saveAccessRule(tx, { officeId: null, rule: form.value, accountId, now });
    });
    return goTo(reply, `${networkPaths.accessRule}?done=saved`);
  });

  async function show(reply: FastifyReply, form: FormState, saved = false): Promise<FastifyReply> {
    const context = reply.pageContext();
    const t = accessRuleTexts.for(context.language);
    const decided = await decidedRule(deps.db, null);
    return page(
      reply,
      <NetworkPage
        context={context}
        title={t('title')}
        lead={t('leadNetwork')}
        width="text"
        formId="access-rule"
        invalid={form.errors.length > 0}
      >
        {decided === undefined && <p class="t-muted">{t('byItself')}</p>}
        <AccessRuleForm context={context} form={form} notice={saved ? 'saved' : undefined} />
      </NetworkPage>,
    );
  }
}
