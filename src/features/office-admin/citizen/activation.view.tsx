import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { ErrorPage } from '#ui/error-page.tsx';
import { ActionForm, Form, type FormState } from '#ui/fields/form.tsx';
import { Fieldset } from '#ui/fields/field.tsx';
import { PasswordField, TextField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import type { Activation, ActivationRefusal } from '../activation/activation.ts';
import { activationLinkTexts } from './activation.text.ts';

/** The page that a link of activation opens: who will look after the office. */
export function ActivationLinkView(props: {
  context: PageContext;
  activation: Activation;
  form: FormState;
  /** The address of this page. */
  path: string;
}) {
  const { context, activation, form, path } = props;
  const { language, csrf, user } = context;
  const t = activationLinkTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="text" formId="administrator" invalid={form.errors.length > 0}>
      <PageHeading title={t('title')} lead={t('lead', { office: localText(activation.officeName, language) })} />
      <p>{t('time')}</p>
      {user ? (
        <>
          <p>{t('asYou', { name: user.name })}</p>
          <Actions>
            <ActionForm action={`${path}/take`} csrf={csrf} language={language}>
              <Button>{t('take')}</Button>
            </ActionForm>
          </Actions>
        </>
      ) : (
        <>
          <Form id="administrator" form={form} csrf={csrf} action={path}>
            <Fieldset form={form} legend={t('who')}>
              <TextField form={form} name="givenName" label={t('givenName')} autocomplete="given-name" maxlength={80} />
              <TextField
                form={form}
                name="familyName"
                label={t('familyName')}
                autocomplete="family-name"
                maxlength={80}
              />
              <TextField
                form={form}
                name="codiceFiscale"
                label={t('codiceFiscale')}
                hint={t('codiceFiscaleHint')}
                size="code"
                maxlength={16}
              />
              <TextField
                form={form}
                name="email"
                label={t('email')}
                hint={t('emailHint')}
                type="email"
                autocomplete="email"
                maxlength={200}
              />
              <PasswordField
                form={form}
                name="password"
                label={t('password')}
                hint={t('passwordHint')}
                autocomplete="new-password"
              />
            </Fieldset>
            <Actions>
              <Button>{t('create')}</Button>
            </Actions>
          </Form>
          <h2 class="h4">{t('haveOne')}</h2>
          <p>{t('haveOneAbout')}</p>
          <ButtonLink href={`/login?next=${encodeURIComponent(path)}`} kind="secondary">
            {t('logIn')}
          </ButtonLink>
        </>
      )}
    </Layout>
  );
}

export function ActivationBadView({ context, reason }: { context: PageContext; reason: ActivationRefusal }) {
  const t = activationLinkTexts.for(context.language);
  const ways = reason === 'used' ? [{ href: '/login', label: t('logIn') }] : [];
  return <ErrorPage context={context} title={t('badTitle')} why={t(reason)} ways={ways} />;
}
