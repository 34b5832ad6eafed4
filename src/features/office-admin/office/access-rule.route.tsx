import type { FastifyInstance, FastifyReply } from 'fastify';
import { audit } from '#features/audit/index.ts';
import { decidedRule, forgetAccessRule, networkRule, saveAccessRule } from '#features/identity/index.ts';
import type { Deps } from '#platform/deps.ts';
import { readForm, readPost } from '#platform/http/form.ts';
import { goTo, page } from '#platform/http/page.ts';
import { queryText } from '#platform/http/query.ts';
import { transact } from '#platform/transaction.ts';
import { Button } from '#ui/button.tsx';
import { ActionForm, type FormState, freshForm } from '#ui/fields/form.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { accessRuleSchema, shownRule } from '../access-rule.form.ts';
import { accessRuleFaults, accessRuleTexts } from '../access-rule.text.ts';
import { AccessRuleForm, type AccessRuleNotice } from '../access-rule.view.tsx';
import { type AtOffice, openOfficeSettings } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { faultWords } from '../words.ts';
import { SettingsPage } from './settings-page.view.tsx';

const url = '/office/:office/access-rule';

/** `/office/{office}/access-rule`: what an office asks of those who work there, beyond what the network does. */
export function addOfficeAccessRule(app: FastifyInstance, deps: Deps): void {
  app.get(url, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const rule = (await decidedRule(deps.db, at.office.id)) ?? (await networkRule(deps.db, deps.config));
    const asked = queryText(request.query, 'done');
    const notice = asked === 'saved' || asked === 'forgotten' ? asked : undefined;
    return show(reply, at, freshForm(request.language, shownRule(rule)), notice);
  });

  app.post(url, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    const { language } = request;
    const form = readForm(request, accessRuleSchema, faultWords(accessRuleFaults, language));
    if (!form.ok) return show(reply.code(form.status), at, { language, values: form.values, errors: form.errors });
    const entry = entryOf(at);
    await transact(deps.db, async (tx) => {
      await audit(tx, { ...entry, action: 'edit-access-rule', subject: null, detail: shownRule(form.value) });
      return saveAccessRule(tx, { ...entry, rule: form.value, now: at.now });
    });
    return goTo(reply, `${settingsPaths.accessRule(at.office.code)}?done=saved`);
  });

  app.post(`${url}/forget`, async (request, reply) => {
    const at = await openOfficeSettings(deps, request);
    readPost(request);
    const entry = entryOf(at);
    await transact(deps.db, async (tx) => {
      await audit(tx, { ...entry, action: 'forget-access-rule', subject: null });
      return forgetAccessRule(tx, { officeId: at.office.id });
    });
    return goTo(reply, `${settingsPaths.accessRule(at.office.code)}?done=forgotten`);
  });

  async function show(reply: FastifyReply, at: AtOffice, form: FormState, notice?: AccessRuleNotice) {
    const context = reply.pageContext();
    const { language, csrf } = context;
    const t = accessRuleTexts.for(language);
    const network = await networkRule(deps.db, deps.config);
    const isDecided = (await decidedRule(deps.db, at.office.id)) !== undefined;
    const { graceDays: days, idleMinutes: minutes, sharedIdleMinutes: shared } = network;
    const path = settingsPaths.accessRule(at.office.code);
    return page(
      reply,
      <SettingsPage
        context={context}
        at={at}
        title={t('title')}
        lead={t('leadOffice')}
        width="text"
        formId="access-rule"
        invalid={form.errors.length > 0}
      >
        <AccessRuleForm context={context} form={form} notice={notice} />
        <h2 class="h4 mt-5">{t('network')}</h2>
        <SummaryList
          language={language}
          rows={[
            { key: t('networkFactor'), value: network.secondFactor ? t('networkYes', { days }) : t('networkNo') },
            { key: t('networkIdle'), value: t('networkIdleIs', { minutes, shared }) },
          ]}
        />
        {isDecided && (
          <ActionForm action={`${path}/forget`} csrf={csrf} language={language}>
            <Button kind="secondary">{t('forget')}</Button>
          </ActionForm>
        )}
      </SettingsPage>,
    );
  }
}

function entryOf({ office, viewer, now }: AtOffice) {
  return { at: now, accountId: viewer.accountId, officeId: office.id };
}
