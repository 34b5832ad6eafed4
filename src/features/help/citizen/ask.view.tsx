import type { Office } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Addressee } from '../addressees.query.ts';
import { longestText } from '../help.rules.ts';
import { helpTexts } from '../help.text.ts';
import { PicturesField } from '../pictures-field.view.tsx';

interface AskProps {
  readonly context: PageContext;
  readonly form: FormState;
  readonly offices: readonly Addressee[];
  /** of whoever is logged in */
  readonly email: string | undefined;
  readonly from: string | undefined;
  /** the office somebody works at who writes to the network from one of its pages */
  readonly desk: Office | undefined;
}

export function AskView({ context, form, offices, email, from, desk }: AskProps) {
  const { language } = context;
  const t = helpTexts.for(language);
  const [first] = offices;
  return (
    <Layout
      context={context}
      title={t('ask')}
      description={t('lead')}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: t('help'), href: sitePaths.help },
        { label: t('ask') },
      ]}
      formId="ask"
      invalid={form.errors.length > 0}
    >
      <PageHeading
        title={desk ? t('askNetwork') : t('ask')}
        kicker={desk && localText(desk.name, language)}
        lead={desk ? t('leadDesk') : t('lead')}
      />
      <p>
        {t('first')}{' '}
        {desk ? <a href={sitePaths.operatorManual}>{t('operatorManual')}</a> : <a href={sitePaths.faq}>{t('faq')}</a>}.{' '}
        {first && (
          <>
            {t('urgent')} <a href={`/offices/${first.code}`}>{t('contacts')}</a>.
          </>
        )}
      </p>
      <Form id="ask" form={form} csrf={context.csrf} upload>
        <input type="hidden" name="from" value={from ?? ''} />
        {desk ? (
          <input type="hidden" name="to" value="site" />
        ) : (
          <RadioField
            form={form}
            name="to"
            label={t('to')}
            options={[
              ...offices.map(({ code, name }) => ({ value: code, label: localText(name, language) })),
              { value: 'site', label: t('toSite'), hint: t('toSiteHint') },
            ]}
          />
        )}
        {!desk && (
          <p class="t-muted">
            {t('otherOffice')} <a href={sitePaths.offices}>{t('searchOffice')}</a>
          </p>
        )}
        {email === undefined ? (
          <TextField
            form={form}
            name="email"
            label={t('email')}
            hint={t('emailHint')}
            type="email"
            autocomplete="email"
          />
        ) : (
          <p>{t('emailKnown', { email })}</p>
        )}
        <TextareaField form={form} name="text" label={t('text')} hint={t('textHint')} maxlength={longestText} />
        <PicturesField form={form} />
        <p class="t-muted">
          {t('sends', { page: from ?? t('noPage') })} {t('privacy')}
        </p>
        <Actions>
          <Button busy={t('sending')}>{t('send')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
