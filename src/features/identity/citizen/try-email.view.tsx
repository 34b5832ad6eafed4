import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { tryEmailTexts } from './try-email.text.ts';
import { CodeField } from './code-field.view.tsx';

/** Whether e-mail arrives again is proved by what stands in one. */
export function TryEmailView(props: {
  context: PageContext;
  form: FormState;
  email: string;
  notSent?: 'tooSoon' | 'tooMany' | undefined;
}) {
  const { context, form, email, notSent } = props;
  const { language, csrf } = context;
  const t = tryEmailTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="text" formId="code" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={t('lead', { address: email })} />
      {notSent && <Alert language={language} tone="warning" title={t(notSent)} live />}
      <Form id="code" form={form} csrf={csrf} action={`${sitePaths.tryEmail}/code`}>
        <CodeField form={form} label={t('code')} hint={t('codeHint')} />
        <Actions>
          <Button busy={t('checking')}>{t('check')}</Button>
        </Actions>
      </Form>
      <div class="d-flex flex-wrap gap-2 mt-4">
        <ActionForm action={sitePaths.tryEmail} csrf={csrf} language={language}>
          <Button kind="secondary">{t('again')}</Button>
        </ActionForm>
        <ButtonLink href={sitePaths.profileEmail} kind="plain">
          {t('change')}
        </ButtonLink>
      </div>
    </Layout>
  );
}
