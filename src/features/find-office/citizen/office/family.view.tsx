import type { Office, SiteLink } from '#features/offices/index.ts';
import { type Language, type LocalText, localText } from '#platform/language.ts';
import { listInWords } from '#platform/list-in-words.ts';
import { Alert } from '#ui/alert.tsx';
import { officePath } from '../../addresses.ts';
import type { Family } from './family.ts';
import { familyTexts } from './family.text.ts';

interface Props {
  language: Language;
  office: Office;
  family: Family;
}

/** What a site is and under which office; and where to turn when it has been switched off. */
export function UnderOffice({ language, office, family: { parent } }: Props) {
  const t = familyTexts.for(language);
  if (!parent || !office.siteKind) return null;
  if (office.active) {
    return (
      <p>
        {t(office.siteKind)}. {t('under')} <OfficeLink site={parent} language={language} />.
      </p>
    );
  }
  return (
    <Alert language={language} tone="warning" title={t('off')}>
      <p class="mb-0">
        {t('offAbout')} <OfficeLink site={parent} language={language} />.
      </p>
    </Alert>
  );
}

/** The sites under an office. */
export function SitesUnder({ language, family: { sites } }: Props) {
  const t = familyTexts.for(language);
  if (sites.length === 0) return null;
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t('sites')}</h2>
      <ul>
        {sites.map((site) => (
          <li key={site.code}>
            <OfficeLink site={site} language={language} />
            <span class="t-muted">
              {' '}
              · {site.siteKind && t(site.siteKind)}, {localText(site.city, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where several offices share a country: which part each serves. */
export function SharedCountry({ language, office, family: { sharing } }: Props) {
  const t = familyTexts.for(language);
  if (sharing.length === 0) return null;
  const list = (parts: readonly LocalText[]) => listInWords(parts, language);
  return (
    <details class="mb-4">
      <summary>{t('sharing')}</summary>
      <p class="mt-2">{t('sharingAbout')}</p>
      <ul>
        {sharing.map((other) => (
          <li key={other.code}>
            {other.id === office.id ? (
              <strong>
                {localText(other.name, language)} ({t('here')})
              </strong>
            ) : (
              <a href={officePath(other.code)}>{localText(other.name, language)}</a>
            )}
            : {other.parts.length > 0 ? t('serves', { parts: list(other.parts) }) : t('unsaid')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function OfficeLink({ site, language }: { site: Pick<SiteLink, 'code' | 'name'>; language: Language }) {
  return <a href={officePath(site.code)}>{localText(site.name, language)}</a>;
}
