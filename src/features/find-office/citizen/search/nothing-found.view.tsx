import { type Language, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { Service } from '#features/offices/index.ts';
import { searchPath, type SearchRequest } from '../../search-request.ts';
import { searchResultsTexts } from './search-results.text.ts';

/** No office at all: why, and where to go on. */
export function NothingFound(props: { language: Language; request: SearchRequest; service: Service | undefined }) {
  const { language, request, service } = props;
  const t = searchResultsTexts.for(language);
  const typed = request.q || request.near;
  const isFiltered = request.bookable && request.q !== '';
  const title =
    typed === '' && service
      ? t('nothingService', { service: localText(service.name, language) })
      : request.q === ''
        ? t('nothingNear', { q: typed })
        : t('nothing', { q: typed });
  return (
    <EmptyState icon="search" title={title}>
      <p>{isFiltered ? t('nothingBookable') : t('nothingAbout')}</p>
      <p>
        {isFiltered && <ButtonLink href={searchPath({ q: request.q })}>{t('allOffices')}</ButtonLink>}{' '}
        <ButtonLink href="/offices" kind="secondary">
          {t('all')}
        </ButtonLink>
      </p>
      <ul class="list-unstyled">
        <li>
          <a href="/offices#abroad">{t('byCountry')}</a>
        </li>
        <li>
          <a href="/offices#italy">{t('byProvince')}</a>
        </li>
        <li>
          <a href={searchPath({ bookable: true })}>{t('titleBookable')}</a>
        </li>
      </ul>
    </EmptyState>
  );
}
