import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { NearbyName, Place, Service } from '#features/offices/index.ts';
import type { SearchAnswer } from '../../search.query.ts';
import { searchPath, type SearchRequest } from '../../search-request.ts';
import { searchResultsTexts } from './search-results.text.ts';

/** How what was typed has been understood, where the list alone does not say it. */
export function Reading(props: {
  language: Language;
  request: SearchRequest;
  service: Service | undefined;
  answer: SearchAnswer;
}) {
  const { language, service, answer } = props;
  const t = searchResultsTexts.for(language);
  const [place] = answer.places;
  if (!place) return null;
  const sentence = sentenceOf(place, answer, language);
  const isItalian = ['municipality', 'former', 'lost', 'province', 'region'].includes(place.kind);
  return (
    <>
      {sentence && (
        <Alert language={language} tone="info" title={sentence.title}>
          {sentence.about && <p>{sentence.about}</p>}
        </Alert>
      )}
      {isItalian && (
        <p class="t-muted">
          {service && !service.kinds.includes('municipal') ? `${t('notInItaly')} ` : ''}
          {t('abroad')} <a href="/offices#abroad">{t('byCountry')}</a>
        </p>
      )}
    </>
  );
}

function sentenceOf(
  place: Place,
  answer: SearchAnswer,
  language: Language,
): { title: string; about?: string } | undefined {
  const t = searchResultsTexts.for(language);
  const country = countryName(place.kind === 'country' ? place.code : place.within, language);
  switch (place.kind) {
    case 'former':
      return { title: t('former', { name: place.name, today: localText(place.label, language) }) };
    case 'lost':
      return {
        title: t('lost', { name: place.name, until: String(place.until ?? '') }),
        about: t('lostAbout', { province: place.within }),
      };
    case 'town':
      return answer.total === 0
        ? { title: t('noOffice', { country }) }
        : { title: t('town', { name: place.name, country }), about: t('whereYouLive') };
    case 'country':
    case 'served': {
      if (answer.total === 0) return { title: t('noOffice', { country }) };
      const there = answer.items.some(({ closeness }) => closeness <= 2);
      if (!there) return { title: t('served', { country: localText(place.label, language) }) };
      return answer.total > 1 ? { title: t('severalThere', { country }), about: t('whereYouLive') } : undefined;
    }
    case 'seat':
    case 'municipality':
    case 'province':
    case 'region':
      return undefined;
  }
}

function countryName(code: string, language: Language): string {
  return code === '' ? '' : (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code);
}

/** What was typed with a mistake, what is shown for it, and what else it may have meant. */
export function Corrected(props: {
  language: Language;
  request: SearchRequest;
  typed: string;
  corrected: string | undefined;
  perhaps: readonly NearbyName[];
}) {
  const { language, request, typed, corrected, perhaps } = props;
  const t = searchResultsTexts.for(language);
  if (corrected === undefined) return null;
  const others = perhaps.filter(({ name }) => name !== corrected);
  const path = (name: string) =>
    request.q === '' ? searchPath({ ...request, near: name }) : searchPath({ ...request, q: name });
  return (
    <Alert language={language} tone="info" title={t('corrected', { typed })}>
      <p>
        {t('correctedShown')} <a href={path(corrected)}>{corrected}</a>.{' '}
        {others.length > 0 && (
          <>
            {t('perhaps')}{' '}
            {others.map(({ name }, index) => (
              <>
                {index > 0 && ', '}
                <a href={path(name)}>{name}</a>
              </>
            ))}
            ?
          </>
        )}
      </p>
    </Alert>
  );
}
