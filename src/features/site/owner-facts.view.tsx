import type { Language } from '#platform/language.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import { legalTexts } from './legal.text.ts';
import type { SiteOwner } from './owner.ts';

/** Who runs the site, as far as it says so. */
export function OwnerFacts({ language, owner }: { language: Language; owner: SiteOwner }) {
  const t = legalTexts.for(language);
  if (owner.name === null) return <p>{t('unsaid')}</p>;
  const rows = [
    { key: t('name'), value: owner.name },
    ...(owner.address === null ? [] : [{ key: t('address'), value: owner.address }]),
    ...(owner.email === null ? [] : [{ key: t('email'), value: <a href={`mailto:${owner.email}`}>{owner.email}</a> }]),
    ...(owner.phone === null ? [] : [{ key: t('phone'), value: owner.phone }]),
  ];
  return <SummaryList language={language} rows={rows} />;
}
