import type { Office, OfficePrivacy } from '#features/offices/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { publicOfficePath } from '../paths.ts';
import { privacyTexts } from './privacy.text.ts';

/** An office's privacy notice: what holds everywhere, with the office as controller and what it adds. */
export function OfficePrivacyView(props: { context: PageContext; office: Office; privacy: OfficePrivacy | null }) {
  const { context, office, privacy } = props;
  const { language } = context;
  const t = privacyTexts.for(language);
  const name = localText(office.name, language);
  const more = privacy?.text
    ? localText(privacy.text, language)
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];
  return (
    <Layout
      context={context}
      title={`${t('title')} – ${name}`}
      width="text"
      breadcrumb={[
        { label: t('home'), href: sitePaths.home },
        { label: name, href: publicOfficePath(office.code) },
        { label: t('title') },
      ]}
    >
      <PageHeading kicker={name} title={t('heading')} lead={t('lead')} />
      <h2>{t('who')}</h2>
      <p>{t('controller', { name: privacy?.controller ?? name })}</p>
      {privacy?.dpo ? (
        <p>
          {t('dpo')}: {privacy.dpo}
        </p>
      ) : (
        <OfficeContact language={language} office={office} />
      )}
      <h2>{t('what')}</h2>
      <p>{t('whatBooking')}</p>
      <p>{t('whatWhy')}</p>
      <p>{t('legal')}</p>
      <h2>{t('seen')}</h2>
      <p>{t('seenText')}</p>
      <h2>{t('rights')}</h2>
      <p>{t('rightsText')}</p>
      {more.length > 0 && (
        <>
          <h2>{t('more')}</h2>
          {more.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
      <p>
        {t('site')}: <a href={sitePaths.privacy}>{t('siteLink')}</a>.
      </p>
      <Actions>
        <ButtonLink href={publicOfficePath(office.code)} kind="secondary">
          {t('officeLink')}
        </ButtonLink>
      </Actions>
    </Layout>
  );
}

function OfficeContact({ language, office }: { language: Language; office: Office }) {
  const t = privacyTexts.for(language);
  if (office.email === null && office.address === null) return <p>{t('dpoNoContacts')}</p>;
  return (
    <p>
      {t('dpoContacts')} {office.email && <a href={`mailto:${office.email}`}>{office.email}</a>}
      {office.email && office.address && ', '}
      {office.address}
    </p>
  );
}
