import type { Office, Offering } from '#features/offices/index.ts';
import { localText } from '#platform/language.ts';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { Form, type FormState } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { invitationTexts } from '../../invitations/invitation.text.ts';

/** One field: the code that the office gave. */
export function InvitationView(props: { context: PageContext; office: Office; offering: Offering; form: FormState }) {
  const { context, office, offering, form } = props;
  const { language } = context;
  const t = invitationTexts.for(language);
  const service = localText(offering.serviceName, language);
  const path = `/offices/${office.code}/${offering.serviceCode}`;
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="invitation"
      invalid={form.errors.length > 0}
      breadcrumb={[
        { label: localText(office.name, language), href: `/offices/${office.code}` },
        { label: service, href: path },
        { label: t('title') },
      ]}
    >
      <PageHeading title={t('title')} kicker={`${service} · ${localText(office.name, language)}`} lead={t('lead')} />
      <Form id="invitation" form={form} csrf={context.csrf} action={`${path}/invitation`}>
        <TextField form={form} name="code" label={t('code')} size="code" autocomplete="off" maxlength={20} />
        <Actions>
          <Button>{t('continue')}</Button>
          <ButtonLink href={path} kind="secondary">
            {t('back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  );
}
