import type { ComponentChildren } from 'preact';
import { PasswordField } from '#ui/fields/text-field.tsx';
import type { FormState } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { UsernameField } from '../new-password-field.view.tsx';
import { secondFactorTexts } from './second-factor.text.ts';

export const overviewPath = '/profile/second-factor';

/** A page below the overview of how somebody proves who they are. */
export function FactorPage(props: {
  context: PageContext;
  title: string;
  lead?: string | undefined;
  formId?: string | undefined;
  invalid?: boolean | undefined;
  isOverview?: boolean;
  children: ComponentChildren;
}) {
  const { context, title, lead, formId, invalid, isOverview = false } = props;
  const t = secondFactorTexts.for(context.language);
  return (
    <Layout
      context={context}
      title={title}
      width="text"
      formId={formId}
      invalid={invalid}
      breadcrumb={[
        { label: t('profile'), href: sitePaths.profile },
        ...(isOverview ? [] : [{ label: t('title'), href: overviewPath }]),
        { label: title },
      ]}
    >
      <PageHeading title={title} lead={lead} />
      {props.children}
    </Layout>
  );
}

/** The password once more, or the word that it is not needed. */
export function OwnPassword({ form, email, asked }: { form: FormState; email: string; asked: boolean }) {
  const t = secondFactorTexts.for(form.language);
  if (!asked) return <p>{t('noPassword')}</p>;
  return (
    <>
      <UsernameField email={email} />
      <PasswordField
        form={form}
        name="current"
        label={t('password')}
        hint={t('passwordWhy')}
        autocomplete="current-password"
      />
    </>
  );
}
