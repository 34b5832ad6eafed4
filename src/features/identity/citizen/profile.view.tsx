import { dayMonthYear } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/choice-field.tsx';
import { Form, type FormState } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { AccountProfile } from '../account.query.ts';
import type { HeldRole } from '../viewer.ts';
import { profileTexts } from './profile.text.ts';

export type ProfileNotice = 'changed' | 'languageSaved';

export function ProfileView(props: {
  context: PageContext;
  profile: AccountProfile;
  roles: readonly HeldRole[];
  form: FormState;
  notice?: ProfileNotice | undefined;
}) {
  const { context, profile, roles, form, notice } = props;
  const { language } = context;
  const t = profileTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      width="text"
      formId="message-language"
      invalid={form.errors.length > 0}
    >
      <PageHeading title={t('title')} />
      {notice && <Alert language={language} tone="success" title={t(notice)} live />}
      <PersonalData context={context} profile={profile} />
      {roles.length > 0 && <Roles context={context} roles={roles} />}
      <h2 class="h4 mt-5">{t('password')}</h2>
      <p>{t('passwordAbout')}</p>
      <Actions>
        <ButtonLink href="/profile/password" kind="secondary">
          {t('change')}
        </ButtonLink>
      </Actions>
      <h2 class="h4 mt-5">{t('languageTitle')}</h2>
      <Form id="message-language" action="/profile/language" form={form} csrf={context.csrf}>
        <RadioField
          form={form}
          name="language"
          label={t('language')}
          options={[
            { value: 'it', label: t('italian') },
            { value: 'en', label: t('english') },
          ]}
        />
        <Actions>
          <Button kind="secondary">{t('save')}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

function PersonalData({ context, profile }: { context: PageContext; profile: AccountProfile }) {
  const t = profileTexts.for(context.language);
  const { birthDate, birthPlace, codiceFiscale, phone } = profile;
  const none = <span class="t-muted">{t('none')}</span>;
  const code = (
    <span class="t-code" translate={false}>
      {codiceFiscale}
    </span>
  );
  const rows = [
    { key: t('name'), value: `${profile.givenName} ${profile.familyName}` },
    { key: t('birthDate'), value: birthDate === null ? none : dayMonthYear(birthDate, context.language) },
    ...(birthPlace === null ? [] : [{ key: t('birthPlace'), value: birthPlace }]),
    { key: t('codiceFiscale'), value: codiceFiscale === null ? none : code },
    { key: t('email'), value: profile.emailVerified ? profile.email : `${profile.email} (${t('emailUnproved')})` },
    { key: t('phone'), value: phone ?? none },
  ];
  return (
    <>
      <SummaryList language={context.language} rows={rows} />
      {!profile.emailVerified && (
        <Actions>
          <ButtonLink href="/verify-email?next=%2Fprofile">{t('proveEmail')}</ButtonLink>
        </Actions>
      )}
    </>
  );
}

function Roles({ context, roles }: { context: PageContext; roles: readonly HeldRole[] }) {
  const t = profileTexts.for(context.language);
  return (
    <>
      <h2 class="h4 mt-5">{t('roles')}</h2>
      <ul>
        {roles.map(({ role, officeCode }) => (
          <li key={`${role} ${officeCode}`}>
            {t(role)}: {officeCode ?? t('everywhere')}
          </li>
        ))}
      </ul>
    </>
  );
}
