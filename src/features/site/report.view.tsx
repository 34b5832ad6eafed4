import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { TextareaField, TextField } from '#ui/fields/text-field.tsx';
import { longestProblem } from './report.rules.ts';
import { reportTexts } from './report.text.ts';

/** The form, or the thanks once it was sent; `sent` is the report's number. */
export function ReportView(props: { context: PageContext; form: FormState; sent: string | undefined }) {
  const { context, form, sent } = props;
  const t = reportTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={t('title')}
      description={t('lead')}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: t('statement'), href: sitePaths.accessibility },
        { label: t('title') },
      ]}
      formId="report"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {sent === undefined ? <ReportForm context={context} form={form} /> : <Thanks context={context} sent={sent} />}
    </Layout>
  );
}

function ReportForm({ context, form }: { context: PageContext; form: FormState }) {
  const t = reportTexts.for(context.language);
  return (
    <>
      <p>
        {t('urgent')} <a href={sitePaths.offices}>{t('offices')}</a>.
      </p>
      <Form id="report" form={form} csrf={context.csrf}>
        <TextField form={form} name="page" label={t('page')} hint={t('pageHint')} maxlength={300} />
        <TextareaField
          form={form}
          name="problem"
          label={t('problem')}
          hint={t('problemHint')}
          maxlength={longestProblem}
        />
        <TextField form={form} name="tools" label={t('tools')} hint={t('toolsHint')} maxlength={300} optional />
        <TextField
          form={form}
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          autocomplete="email"
          optional
        />
        <p class="t-muted">
          {t('privacy')} <a href={`${sitePaths.privacy}#long`}>{t('privacyLink')}</a>
        </p>
        <Actions>
          <Button busy={t('sending')}>{t('send')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function Thanks({ context, sent }: { context: PageContext; sent: string }) {
  const t = reportTexts.for(context.language);
  return (
    <>
      <Alert language={context.language} tone="success" title={t('sentTitle', { number: sent })} live>
        <p class="mb-0">{t('sent')}</p>
      </Alert>
      <Actions>
        <ButtonLink href={sitePaths.home}>{t('back')}</ButtonLink>
        <ButtonLink href={sitePaths.accessibilityReport} kind="secondary">
          {t('again')}
        </ButtonLink>
      </Actions>
    </>
  );
}
