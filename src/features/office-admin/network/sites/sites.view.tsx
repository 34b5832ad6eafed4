import type { Office, SiteLink } from '#features/offices/index.ts';
import { type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SelectField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Table } from '#ui/table.tsx';
import { networkPaths, publicOfficePath, settingsPaths } from '../../paths.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { codePrefix } from './site.form.ts';
import { SiteFields } from './site-fields.view.tsx';
import { sitesTexts } from './sites.text.ts';

export interface SitesProps {
  context: PageContext;
  parent: Office;
  sites: readonly SiteLink[];
  countries: readonly { code: string; name: LocalText }[];
  form: FormState;
  added: boolean;
}

/** The sites under an office, and the form that adds one. */
export function SitesView({ context, parent, sites, countries, form, added }: SitesProps) {
  const { language } = context;
  const t = sitesTexts.for(language);
  const title = t('title', { office: localText(parent.name, language) });
  return (
    <NetworkPage context={context} title={title} lead={t('lead')} formId="site" invalid={form.errors.length > 0}>
      {added && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t('added')}</p>
        </Alert>
      )}
      {sites.length === 0 ? (
        <EmptyState icon="office" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[{ label: t('name') }, { label: t('kind') }, { label: t('state') }, { label: t('actions') }]}
          rows={sites.map((site) => ({
            key: site.code,
            cells: [
              <Named key="name" site={site} language={language} />,
              site.siteKind ? t(site.siteKind) : '',
              site.active ? <Badge tone="success">{t('on')}</Badge> : <Badge tone="neutral">{t('off')}</Badge>,
              <SiteActions key="actions" site={site} language={language} />,
            ],
          }))}
        />
      )}
      <section aria-labelledby="add-title" class="col-lg-8">
        <h2 id="add-title">{t('add')}</h2>
        <Form id="site" form={form} csrf={context.csrf} action={networkPaths.sites(parent.code)}>
          <TextField
            form={form}
            name="code"
            label={t('code')}
            hint={t('codeHint', { prefix: codePrefix(parent) })}
            maxlength={60}
          />
          <SelectField
            form={form}
            name="country"
            label={t('country')}
            options={countries
              .map(({ code, name }) => ({ value: code, label: localText(name, language) }))
              .sort((a, b) => a.label.localeCompare(b.label, language))}
          />
          <SiteFields form={form} />
          <Actions>
            <Button busy={t('busy')}>{t('submitAdd')}</Button>
          </Actions>
        </Form>
      </section>
    </NetworkPage>
  );
}

interface RowProps {
  site: SiteLink;
  language: PageContext['language'];
}

function Named({ site, language }: RowProps) {
  return (
    <>
      <a href={publicOfficePath(site.code)}>{localText(site.name, language)}</a>
      <br />
      <span class="t-code" translate={false}>
        {site.code}
      </span>
    </>
  );
}

function SiteActions({ site, language }: RowProps) {
  const t = sitesTexts.for(language);
  const office = localText(site.name, language);
  return (
    <>
      <ButtonLink href={networkPaths.editSite(site.code)} kind="secondary" small label={t('editOf', { office })}>
        {t('edit')}
      </ButtonLink>{' '}
      <ButtonLink href={settingsPaths.hub(site.code)} kind="plain" small label={t('settingsOf', { office })}>
        {t('settings')}
      </ButtonLink>
    </>
  );
}
