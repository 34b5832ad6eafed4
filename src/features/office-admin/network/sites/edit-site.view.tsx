import type { Office, SiteLink } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { networkPaths } from '../../paths.ts';
import { NetworkPage } from '../network-page.view.tsx';
import { SiteFields } from './site-fields.view.tsx';
import { sitesTexts } from './sites.text.ts';

export type SiteNotice = 'saved' | 'switchedOff' | 'switchedOn';

/** A site's name, place and kind, and its switch. */
export function EditSiteView(props: {
  context: PageContext;
  site: Office;
  parent: SiteLink;
  form: FormState;
  notice: SiteNotice | undefined;
}) {
  const { context, site, parent, form, notice } = props;
  const { language, csrf } = context;
  const t = sitesTexts.for(language);
  return (
    <NetworkPage
      context={context}
      title={localText(site.name, language)}
      lead={t('editLead')}
      width="text"
      formId="site"
      invalid={form.errors.length > 0}
      aside={
        <ButtonLink href={networkPaths.sites(parent.code)} kind="secondary">
          {t('under', { parent: localText(parent.name, language) })}
        </ButtonLink>
      }
    >
      {notice && (
        <Alert language={language} tone="success" live>
          <p class="mb-0">{t(notice)}</p>
        </Alert>
      )}
      <p>
        <span class="t-code" translate={false}>
          {site.code}
        </span>
      </p>
      <Form id="site" form={form} csrf={csrf} action={networkPaths.editSite(site.code)}>
        <SiteFields form={form} />
        <Actions>
          <Button busy={t('busy')}>{t('submitSave')}</Button>
        </Actions>
      </Form>
      <h2 class="h4 mt-5">{site.active ? t('switchOff') : t('switchOn')}</h2>
      {site.active && <p>{t('switchOffAbout')}</p>}
      <ActionForm
        action={networkPaths.switchSite(site.code)}
        csrf={csrf}
        language={language}
        hidden={{ to: site.active ? 'off' : 'on' }}
      >
        <Button kind={site.active ? 'danger' : 'secondary'}>{site.active ? t('switchOff') : t('switchOn')}</Button>
      </ActionForm>
    </NetworkPage>
  );
}
