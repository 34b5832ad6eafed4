import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, languageName, type LocalText, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import type { AccountProfile } from '../account.query.ts';
import type { Identification } from '../account/identified.query.ts';
import { identifiedHowName } from '../identification.text.ts';
import { checkCodiceFiscale } from '../codice-fiscale/codice-fiscale.ts';
import { codiceFiscaleTexts } from '../codice-fiscale/codice-fiscale.text.ts';
import type { HeldRole } from '../viewer.ts';
import { profileTexts } from './profile.text.ts';

export type ProfileNotice = 'changed' | 'saved' | 'emailChanged' | 'emailWorks' | 'officeChanged';

export function ProfileView(props: {
  context: PageContext;
  profile: AccountProfile;
  roles: readonly HeldRole[];
  /** names of the offices of the roles, by office */
  offices: ReadonlyMap<number, LocalText>;
  notice?: ProfileNotice | undefined;
  identification: Identification | undefined;
}) {
  const { context, profile, roles, offices, notice, identification } = props;
  const { language } = context;
  const t = profileTexts.for(language);
  return (
    <Layout context={context} title={t('title')} width="text">
      <PageHeading title={t('title')} />
      {notice && <Alert language={language} tone="success" title={t(notice)} live />}
      <PersonalData context={context} profile={profile} identification={identification} />
      {roles.length > 0 && <Roles context={context} roles={roles} offices={offices} />}
      <h2 class="h4 mt-5">{t('doors')}</h2>
      <p>{t('doorsAbout')}</p>
      <Actions>
        <ButtonLink href="/profile/doors" kind="secondary">
          {t('doors')}
        </ButtonLink>
      </Actions>
      <h2 class="h4 mt-5">{t('password')}</h2>
      <p>{t('passwordAbout')}</p>
      <Actions>
        <ButtonLink href="/profile/password" kind="secondary">
          {t('change')}
        </ButtonLink>
      </Actions>
      <h2 class="h4 mt-5">{t('logins')}</h2>
      <p>{t(roles.length > 0 ? 'loginsAboutWork' : 'loginsAbout')}</p>
      <Actions>
        {roles.length > 0 && (
          <ButtonLink href="/profile/second-factor" kind="secondary" icon="key">
            {t('secondFactor')}
          </ButtonLink>
        )}
        <ButtonLink href="/profile/sessions" kind="secondary">
          {t('sessions')}
        </ButtonLink>
      </Actions>
      <h2 class="h4 mt-5">{t('yourData')}</h2>
      <p>{t('yourDataAbout')}</p>
      <Actions>
        <ButtonLink href="/profile/data" kind="secondary" icon="download">
          {t('download')}
        </ButtonLink>
        <ButtonLink href="/profile/seen" kind="secondary">
          {t('seen')}
        </ButtonLink>
        <ButtonLink href="/profile/close" kind="plain">
          {t('close')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}

function identified(known: Identification | undefined, language: Language): string {
  const t = profileTexts.for(language);
  if (known === undefined) return t('notIdentified');
  const day = dayMonthYear(dayIn(known.identifiedAt, 'Europe/Rome'), language);
  return t('identifiedOn', { day, how: identifiedHowName(known.how, language) });
}

function PersonalData(props: {
  context: PageContext;
  profile: AccountProfile;
  identification: Identification | undefined;
}) {
  const { context, profile, identification } = props;
  const t = profileTexts.for(context.language);
  const { birthDate, birthPlace, codiceFiscale, phone, office } = profile;
  const none = <span class="t-muted">{t('none')}</span>;
  const code = (
    <span class="t-code" translate={false}>
      {codiceFiscale}
    </span>
  );
  const details = '/profile/details';
  const agrees =
    codiceFiscale === null || checkCodiceFiscale(codiceFiscale, { ...profile, birthDate: birthDate ?? undefined });
  const rows = [
    { key: t('name'), value: `${profile.givenName} ${profile.familyName}`, change: details },
    {
      key: t('birthDate'),
      value: birthDate === null ? none : dayMonthYear(birthDate, context.language),
      change: details,
    },
    { key: t('birthPlace'), value: birthPlace ?? none, change: details },
    { key: t('codiceFiscale'), value: codiceFiscale === null ? none : code, change: details },
    {
      key: t('email'),
      value:
        profile.email === ''
          ? none
          : profile.emailVerified
            ? profile.email
            : `${profile.email} (${t('emailUnproved')})`,
      change: profile.emailVerified || profile.email === '' ? '/profile/email' : undefined,
    },
    { key: t('phone'), value: phone ?? none, change: details },
    {
      key: t('office'),
      value: office === null ? none : localText(office.name, context.language),
      change: '/profile/office',
    },
    { key: t('identified'), value: identified(identification, context.language), change: '/profile/identification' },
    { key: t('languageTitle'), value: languageName(profile.language), change: details },
  ];
  return (
    <>
      {agrees !== true && !agrees.ok && (
        <Alert language={context.language} tone="warning" title={t('checkCode')}>
          <p>{codiceFiscaleTexts.for(context.language)(agrees.reason)}</p>
          <p>{t('checkCodeAbout')}</p>
        </Alert>
      )}
      <SummaryList language={context.language} rows={rows} />
      {!profile.emailVerified && profile.email !== '' && (
        <Actions>
          <ButtonLink href="/verify-email?next=%2Fprofile">{t('proveEmail')}</ButtonLink>
        </Actions>
      )}
    </>
  );
}

function Roles(props: { context: PageContext; roles: readonly HeldRole[]; offices: ReadonlyMap<number, LocalText> }) {
  const { context, roles, offices } = props;
  const nameOf = ({ officeId, officeCode }: HeldRole): string => {
    const name = officeId === null ? undefined : offices.get(officeId);
    return name ? localText(name, context.language) : (officeCode ?? t('everywhere'));
  };
  const t = profileTexts.for(context.language);
  return (
    <>
      <h2 class="h4 mt-5">{t('roles')}</h2>
      <ul>
        {roles.map((held) => (
          <li key={`${held.role} ${held.officeCode}`}>
            {t(held.role)}: {nameOf(held)}
          </li>
        ))}
      </ul>
    </>
  );
}
