import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { networkPaths, publicOfficePath } from '../paths.ts';
import { importFaults, contactsTexts } from './contacts.text.ts';
import { NetworkPage } from './network-page.view.tsx';
import { countByDetail, type ImportPlan } from './plan-contacts.ts';

const mostFaults = 200;
const mostExamples = 20;

/** What a file would do, before it does it. */
export function ContactsPlanView({ context, id, plan }: { context: PageContext; id: number; plan: ImportPlan }) {
  const { language } = context;
  const t = contactsTexts.for(language);
  const { faults, changes, rows, unchanged } = plan;
  const isGood = faults.length === 0;
  const lead = isGood ? t('resultLead', { changes: changes.length, rows }) : t('faultsLead', { count: faults.length });
  return (
    <NetworkPage context={context} title={t('resultTitle')} lead={lead} invalid={!isGood}>
      {isGood && unchanged > 0 && changes.length > 0 && <p>{t('unchanged', { count: unchanged })}</p>}
      {isGood ? <Changes language={language} plan={plan} /> : <Faults language={language} plan={plan} />}
      <Actions>
        {isGood && changes.length > 0 && (
          <ActionForm action={networkPaths.applyContacts(id)} csrf={context.csrf} language={language}>
            <Button>{t('apply', { count: changes.length })}</Button>
          </ActionForm>
        )}
        <ButtonLink href={networkPaths.contacts} kind={isGood ? 'secondary' : 'primary'}>
          {t('other')}
        </ButtonLink>
      </Actions>
    </NetworkPage>
  );
}

export function ImportDoneView({ context, changed }: { context: PageContext; changed: number }) {
  const t = contactsTexts.for(context.language);
  return (
    <NetworkPage context={context} title={t('appliedTitle')} lead={t('appliedLead', { count: changed })} width="text">
      <Actions>
        <ButtonLink href={networkPaths.offices}>{t('back')}</ButtonLink>
        <ButtonLink href={networkPaths.contacts} kind="secondary">
          {t('other')}
        </ButtonLink>
      </Actions>
    </NetworkPage>
  );
}

function Faults({ language, plan }: { language: Language; plan: ImportPlan }) {
  const t = contactsTexts.for(language);
  const words = importFaults.for(language);
  const left = plan.faults.length - mostFaults;
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{t('faults')}</h2>
      <Table
        caption={t('faults')}
        dense
        columns={[
          { label: t('line'), numeric: true },
          { label: t('code') },
          { label: t('column') },
          { label: t('fault') },
        ]}
        rows={plan.faults.slice(0, mostFaults).map((fault, index) => ({
          key: String(index),
          cells: [String(fault.line), <Code key="code" text={fault.code} />, fault.column, words(fault.reason)],
        }))}
      />
      {left > 0 && (
        <Alert language={language} tone="info">
          <p class="mb-0">{t('moreFaults', { count: left })}</p>
        </Alert>
      )}
    </section>
  );
}

function Changes({ language, plan }: { language: Language; plan: ImportPlan }) {
  const t = contactsTexts.for(language);
  if (plan.changes.length === 0) return null;
  const name = (detail: string) => (contactsTexts.has(detail) ? t(detail) : detail);
  return (
    <>
      <section aria-labelledby="by-detail">
        <h2 id="by-detail">{t('byDetail')}</h2>
        <Table
          caption={t('byDetail')}
          dense
          columns={[{ label: t('detail') }, { label: t('count'), numeric: true }]}
          rows={countByDetail(plan).map((row) => ({ key: row.name, cells: [name(row.name), String(row.count)] }))}
        />
      </section>
      <section aria-labelledby="examples">
        <h2 id="examples">{t('examples')}</h2>
        <Table
          caption={t('examples')}
          dense
          columns={[{ label: t('office') }, { label: t('code') }, { label: t('what') }]}
          rows={plan.changes.slice(0, mostExamples).map(({ office, change }) => ({
            key: office.code,
            cells: [
              <a key="office" href={publicOfficePath(office.code)}>
                {localText(office.name, language)}
              </a>,
              <Code key="code" text={office.code} />,
              Object.keys(change).map(name).join(', '),
            ],
          }))}
        />
      </section>
    </>
  );
}

function Code({ text }: { text: string }) {
  return (
    <span class="t-code" translate={false}>
      {text}
    </span>
  );
}
