import { type Language, localText } from '#platform/language.ts';
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx';
import type { Office } from '#features/offices/index.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { telephoneLink, webAddress } from './contact-links.ts';
import { LocalWords } from './local-words.view.tsx';
import { officeTexts } from './office.text.ts';

interface Props {
  language: Language;
  office: Office;
}

/** How to reach the office. Only what it has entered itself: nothing is guessed. */
export function Contacts({ language, office }: Props) {
  const t = officeTexts.for(language);
  const { address, phone, email, website, directions } = office;
  const site = website === null ? undefined : webAddress(website);
  const rows: SummaryRow[] = [];
  if (address) {
    const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
    const value = (
      <>
        <span translate={false}>{address}</span>
        <br />
        <a href={map}>{t('map')}</a>
      </>
    );
    rows.push({ key: t('address'), value });
  }
  if (office.hours) rows.push({ key: t('publicHours'), value: <LocalWords language={language} text={office.hours} /> });
  if (directions) rows.push({ key: t('directions'), value: <LocalWords language={language} text={directions} /> });
  if (phone) rows.push({ key: t('phone'), value: <a href={telephoneLink(phone)}>{phone}</a> });
  if (email) rows.push({ key: t('email'), value: <a href={`mailto:${email}`}>{email}</a> });
  if (site) rows.push({ key: t('website'), value: <a href={site.href}>{site.label}</a> });
  rows.push({
    key: t('write'),
    value: <a href={`${sitePaths.askForHelp}?office=${office.code}&from=/offices/${office.code}`}>{t('writeHere')}</a>,
  });
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t('contacts')}</h2>
      {rows.length === 1 && <p>{t('noContacts')}</p>}
      <SummaryList language={language} rows={rows} />
    </section>
  );
}

/** Languages, territory and access. */
export function AboutOffice({ language, office }: Props) {
  const t = officeTexts.for(language);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const spoken = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    office.languages.map((code) => names.of(code) ?? code),
  );
  const { jurisdiction, accessibility } = office;
  const rows: SummaryRow[] = [
    { key: t('languages'), value: spoken },
    ...(jurisdiction ? [{ key: t('jurisdiction'), value: localText(jurisdiction, language) }] : []),
    {
      key: t('accessibility'),
      value: accessibility ? <LocalWords language={language} text={accessibility} /> : t('noAccessibility'),
    },
    { key: t('privacy'), value: <a href={`/offices/${office.code}/privacy`}>{t('privacyNotice')}</a> },
  ];
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      <SummaryList language={language} rows={rows} />
    </section>
  );
}
