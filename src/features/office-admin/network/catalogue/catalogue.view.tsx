import type { Service } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxesField } from '#ui/fields/choice-field.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { networkPaths } from '../../paths.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { catalogueTexts } from './catalogue.text.ts';
import { entrySizes, officeKinds } from './entry.form.ts';

/** The national catalogue in its order, and the form that adds to it. */
export function CatalogueView(props: { context: PageContext; services: readonly Service[]; form: FormState }) {
  const { context, services, form } = props;
  const { language } = context;
  const t = catalogueTexts.for(language);
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return (
    <NetworkPage context={context} title={t('title')} lead={t('lead')} invalid={form.errors.length > 0}>
      <Table
        caption={t('caption')}
        dense
        columns={[{ label: t('service') }, { label: t('kinds') }, { label: t('state') }, { label: t('actions') }]}
        rows={services.map((service, index) => ({
          key: service.code,
          cells: [
            <Named key="service" service={service} name={localText(service.name, language)} />,
            list.format(service.kinds.map((kind) => t(kind))),
            <Badge key="state" tone={service.bookable ? 'success' : 'neutral'}>
              {t(service.bookable ? 'bookable' : 'notBookable')}
            </Badge>,
            <Ways
              key="ways"
              context={context}
              service={service}
              first={index === 0}
              last={index === services.length - 1}
            />,
          ],
        }))}
      />
      <section aria-labelledby="add">
        <h2 id="add">{t('add')}</h2>
        <p>{t('addAbout')}</p>
        <Form id="add-service" form={form} csrf={context.csrf} action={networkPaths.catalogue}>
          <TextField form={form} name="code" label={t('code')} hint={t('codeHint')} size="medium" maxlength={40} />
          <TextField form={form} name="name" label={t('nameItalian')} maxlength={entrySizes.name} />
          <CheckboxesField
            form={form}
            name="kinds"
            label={t('kinds')}
            options={officeKinds.map((kind) => ({ value: kind, label: t(kind) }))}
          />
          <Button>{t('addButton')}</Button>
        </Form>
      </section>
    </NetworkPage>
  );
}

function Named({ service, name }: { service: Service; name: string }) {
  return (
    <>
      {name}
      <br />
      <span class="t-code t-muted" translate={false}>
        {service.code}
      </span>
    </>
  );
}

function Ways(props: { context: PageContext; service: Service; first: boolean; last: boolean }) {
  const { context, service, first, last } = props;
  const { language, csrf } = context;
  const t = catalogueTexts.for(language);
  const name = localText(service.name, language);
  const move = (to: 'up' | 'down') => (
    <ActionForm action={networkPaths.moveCatalogueEntry(service.code)} csrf={csrf} language={language} hidden={{ to }}>
      <Button kind="plain" small label={t(to === 'up' ? 'upOf' : 'downOf', { service: name })}>
        {t(to)}
      </Button>
    </ActionForm>
  );
  return (
    <div class="d-flex flex-wrap align-items-center gap-2">
      <ButtonLink
        href={networkPaths.catalogueEntry(service.code)}
        kind="secondary"
        small
        label={t('editOf', { service: name })}
      >
        {t('edit')}
      </ButtonLink>
      {!first && move('up')}
      {!last && move('down')}
    </div>
  );
}

/** What was done, once. */
export function CatalogueDone({ context, done }: { context: PageContext; done: 'saved' | 'added' | 'unchanged' }) {
  const { language } = context;
  return (
    <Alert language={language} tone={done === 'unchanged' ? 'info' : 'success'} live>
      <p class="mb-0">{catalogueTexts.for(language)(done)}</p>
    </Alert>
  );
}
