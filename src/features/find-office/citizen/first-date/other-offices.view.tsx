import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { Office } from '#features/offices/index.ts';
import { officePath } from '../../addresses.ts';
import type { FirstDateAnswer } from '../../first-date/first-date-answer.query.ts';
import type { AskedPlace } from '../../first-date/place.query.ts';
import { searchPath } from '../../search-request.ts';
import { ContactLines } from '../office/contact-lines.view.tsx';
import { firstDateTexts } from './first-date.text.ts';

/** The reader's own municipality takes no bookings: who to ask instead. */
export function OwnOffice({ language, own, place }: { language: Language; own: Office; place: AskedPlace }) {
  const t = firstDateTexts.for(language);
  if (place.kind !== 'municipality') return null;
  return (
    <Alert language={language} tone="info" title={t('ownTitle', { place: place.municipality.name })}>
      <p>{t('own')}</p>
      <p class="mb-1">
        <a href={officePath(own.code)}>{localText(own.name, language)}</a>. {t('ownContacts')}
      </p>
      <ContactLines language={language} office={own} />
    </Alert>
  );
}

/** The others around that take no bookings, with what one can do. */
export function OtherOffices({
  language,
  answer,
  near,
}: {
  language: Language;
  answer: FirstDateAnswer;
  near: string;
}) {
  const t = firstDateTexts.for(language);
  const { others, othersTotal } = answer;
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t('othersTitle')}</h2>
      <p>{t('othersAbout')}</p>
      <ul class="t-columns">
        {others.map(({ office, km }) => (
          <li key={office.code}>
            <a href={officePath(office.code)}>{localText(office.name, language)}</a>
            {km !== null && <span class="t-muted"> · {t('km', { km: Math.max(1, Math.round(km)) })}</span>}
            <div>
              <ContactLines language={language} office={office} />
            </div>
          </li>
        ))}
      </ul>
      {othersTotal > others.length && (
        <p>
          <a href={searchPath({ q: near })}>{t('othersMore', { count: othersTotal - others.length })}</a>
        </p>
      )}
    </section>
  );
}
