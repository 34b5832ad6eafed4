import type { Offering, Service } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { AtOffice } from '../at-office.ts';
import { settingsPaths } from '../paths.ts';
import { servicesTexts } from './services.text.ts';
import { SettingsPage } from './settings-page.view.tsx';

export const servicesDone = ['switchedOff', 'switchedOn', 'saved', 'added'] as const;

export function ServicesView(props: {
  context: PageContext;
  at: AtOffice;
  offerings: readonly Offering[];
  /** services of the catalogue that the office could be given; undefined for those who may not */
  addable: readonly Service[] | undefined;
  form: FormState;
  done: (typeof servicesDone)[number] | undefined;
}) {
  const { context, at, offerings, addable, form, done } = props;
  const { language } = context;
  const t = servicesTexts.for(language);
  const { code } = at.office;
  return (
    <SettingsPage context={context} at={at} title={t('title')} lead={t('lead')} invalid={form.errors.length > 0}>
      {done && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(done)}</p>
        </Alert>
      )}
      {offerings.length === 0 ? (
        <EmptyState icon="list" title={t('none')}>
          <p>{addable ? t('noneWhyNetwork') : t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[{ label: t('service') }, { label: t('state') }, { label: t('rules') }, { label: t('change') }]}
          rows={offerings.map((offering) => ({
            key: offering.serviceCode,
            cells: [
              localText(offering.serviceName, language),
              <State key="state" offering={offering} language={language} />,
              rulesInShort(offering, language),
              <Switch key="switch" context={context} code={code} offering={offering} />,
            ],
          }))}
        />
      )}
      {at.may('edit-planner') && offerings.some((offering) => offering.active && !offering.bookable) && (
        <p>
          <ButtonLink href={`/office/${code}/planners`} kind="secondary">
            {t('planners')}
          </ButtonLink>
        </p>
      )}
      {addable && <AddService context={context} code={code} addable={addable} form={form} />}
    </SettingsPage>
  );
}

function State({ offering, language }: { offering: Offering; language: Language }) {
  const t = servicesTexts.for(language);
  if (!offering.active) return <Badge tone="neutral">{t('off')}</Badge>;
  if (offering.bookable) return <Badge tone="success">{t('bookable')}</Badge>;
  return (
    <>
      <Badge tone="warning">{t('noPlanner')}</Badge>
      <br />
      <span class="t-muted">{t('noPlannerWhy')}</span>
    </>
  );
}

function rulesInShort(offering: Offering, language: Language): string {
  const t = servicesTexts.for(language);
  const { durationMinutes, partyMax } = offering;
  const length = durationMinutes === null ? t('oneSlot') : t('duration', { minutes: durationMinutes });
  return capital(`${length}, ${t('party', { count: partyMax })}`);
}

function Switch({ context, code, offering }: { context: PageContext; code: string; offering: Offering }) {
  const { language, csrf } = context;
  const t = servicesTexts.for(language);
  const service = localText(offering.serviceName, language);
  return (
    <div class="d-flex flex-wrap align-items-center gap-2">
      <ButtonLink
        href={settingsPaths.service(code, offering.serviceCode)}
        kind="secondary"
        small
        label={t('editOf', { service })}
      >
        {t('edit')}
      </ButtonLink>
      <ButtonLink
        href={settingsPaths.questions(code, offering.serviceCode)}
        kind="plain"
        small
        label={t('askedOf', { service })}
      >
        {t('asked')}
      </ButtonLink>
      {offering.inviteOnly && (
        <ButtonLink
          href={settingsPaths.invitations(code, offering.serviceCode)}
          kind="plain"
          small
          label={t('invitationsOf', { service })}
        >
          {t('invitations')}
        </ButtonLink>
      )}
      <ActionForm
        action={settingsPaths.switchService(code, offering.serviceCode)}
        csrf={csrf}
        language={language}
        hidden={{ active: offering.active ? 'no' : 'yes' }}
      >
        <Button
          kind="plain"
          small
          label={offering.active ? t('switchOffOf', { service }) : t('switchOnOf', { service })}
        >
          {offering.active ? t('switchOff') : t('switchOn')}
        </Button>
      </ActionForm>
    </div>
  );
}

function AddService(props: { context: PageContext; code: string; addable: readonly Service[]; form: FormState }) {
  const { context, code, addable, form } = props;
  const { language } = context;
  const t = servicesTexts.for(language);
  return (
    <section aria-labelledby="add">
      <h2 id="add">{t('add')}</h2>
      {addable.length === 0 && form.errors.length === 0 ? (
        <p>{t('allThere')}</p>
      ) : (
        <>
          <p>{t('addAbout')}</p>
          <Form id="add-service" form={form} csrf={context.csrf} action={settingsPaths.services(code)}>
            <SelectField
              form={form}
              name="service"
              label={t('addService')}
              options={addable.map((service) => ({ value: service.code, label: localText(service.name, language) }))}
            />
            <Button>{t('addButton')}</Button>
          </Form>
        </>
      )}
    </section>
  );
}
