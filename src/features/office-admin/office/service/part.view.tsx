import type { Offering, OfficeKind, Service } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import type { AtOffice } from '../../at-office.ts';
import { settingsPaths } from '../../paths.ts';
import { ChangedLast } from '../../changed-last.view.tsx';
import { servicesTexts } from '../services.text.ts';
import { SettingsPage } from '../settings-page.view.tsx';
import { ChecksFields } from './checks.view.tsx';
import { DocumentsFields } from './documents.view.tsx';
import { VisitFields } from './visit.view.tsx';
import { CompletionFields } from './completion.view.tsx';
import { ConfirmationFields } from './confirmation.view.tsx';
import type { PlannersGive } from './horizon-words.ts';
import type { ServicePart } from './parts.ts';
import { PeopleFields } from './people.view.tsx';
import { serviceTexts } from './service.text.ts';
import { TextsFields } from './texts.view.tsx';
import { WhenFields } from './when.view.tsx';
import { WhoFields } from './who.view.tsx';

export interface PartProps {
  context: PageContext;
  at: AtOffice;
  offering: Offering;
  part: ServicePart;
  form: FormState;
  planners: PlannersGive;
  languages: readonly string[];
  service: Service;
  kind: OfficeKind;
  changed: { at: Temporal.Instant; by: string } | undefined;
  /** what somebody else saved meanwhile, beside what was typed here */
  differences?: readonly { key: string; now: string; typed: string }[] | undefined;
}

/** One part of a service's rules, as a form. */
export function ServicePartView(props: PartProps) {
  const { context, at, offering, part, form, changed, differences = [] } = props;
  const { language } = context;
  const { office } = at;
  const t = serviceTexts.for(language);
  const hub = settingsPaths.service(office.code, offering.serviceCode);
  const name = localText(offering.serviceName, language);
  return (
    <SettingsPage
      context={context}
      at={at}
      title={t(part)}
      kicker={name}
      lead={t(`${part}About`)}
      width="text"
      formId="service"
      invalid={form.errors.length > 0}
      above={[
        { label: servicesTexts.for(language)('title'), href: settingsPaths.services(office.code) },
        { label: name, href: hub },
      ]}
    >
      <ChangedLast language={language} zone={office.timeZone} changed={changed} />
      {differences.length > 0 && (
        <Alert language={language} tone="warning" title={t('changedTitle')}>
          <Table
            caption={t('changedTitle')}
            columns={[{ label: t('rule') }, { label: t('changedNow') }, { label: t('yours') }]}
            rows={differences.map(({ key, now, typed }) => ({ key, cells: [key, now, typed] }))}
          />
        </Alert>
      )}
      <Form id="service" form={form} csrf={context.csrf}>
        <input type="hidden" name="seen" value={String(form.values['seen'] ?? '')} />
        <Fields {...props} />
        <Actions>
          <Button>{t('save')}</Button>
          <Button kind="secondary" name="do" value="preview">
            {t('preview')}
          </Button>
          <ButtonLink href={hub} kind="plain">
            {t('cancel')}
          </ButtonLink>
        </Actions>
      </Form>
    </SettingsPage>
  );
}

function Fields(props: PartProps) {
  switch (props.part) {
    case 'texts':
      return <TextsFields {...props} />;
    case 'documents':
      return <DocumentsFields {...props} />;
    case 'visit':
      return <VisitFields {...props} />;
    case 'who':
      return <WhoFields {...props} />;
    case 'people':
      return <PeopleFields {...props} />;
    case 'when':
      return <WhenFields {...props} />;
    case 'confirmation':
      return <ConfirmationFields {...props} />;
    case 'completion':
      return <CompletionFields {...props} />;
    case 'checks':
      return <ChecksFields {...props} />;
  }
}
