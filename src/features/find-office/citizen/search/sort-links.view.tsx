import type { Language } from '#platform/language.ts';
import type { SearchAnswer } from '../../search.query.ts';
import { searchPath, type SearchRequest, type Sorting } from '../../search-request.ts';
import { searchResultsTexts } from './search-results.text.ts';

const kinds = ['municipal', 'consular'] as const;

/** The order of a list, and whether it has all offices, as plain links. */
export function SortLinks(props: { language: Language; request: SearchRequest; answer: SearchAnswer }) {
  const { language, request, answer } = props;
  const t = searchResultsTexts.for(language);
  const hasDistance = answer.items.some(({ km }) => km !== null);
  const usual: Sorting = request.q === '' ? (hasDistance ? 'distance' : 'date') : 'best';
  const current = request.sort ?? usual;
  const names: Record<Sorting, string> = {
    best: t('sortBest'),
    date: t('sortDate'),
    distance: t('sortDistance'),
    name: t('sortName'),
  };
  const offered: readonly Sorting[] = [
    ...(request.q === '' ? [] : (['best'] as const)),
    'date',
    ...(hasDistance ? (['distance'] as const) : []),
    'name',
  ];
  const onlyBookable = searchPath({ ...request, bookable: !request.bookable, page: 1 });
  return (
    <nav class="t-sort" aria-label={t('sort')}>
      <span aria-hidden="true">{t('sort')}:</span>
      <ul>
        {offered.map((sort) => (
          <li key={sort}>
            {sort === current ? (
              <strong aria-current="true">{names[sort]}</strong>
            ) : (
              <a href={searchPath({ ...request, sort, page: 1 })}>{names[sort]}</a>
            )}
          </li>
        ))}
        {request.q === '' &&
          kinds.map((kind) => (
            <li key={kind}>
              {kind === request.kind ? (
                <a href={searchPath({ ...request, kind: undefined, page: 1 })}>{t('bothKinds')}</a>
              ) : (
                <a href={searchPath({ ...request, kind, page: 1 })}>
                  {t(kind === 'consular' ? 'onlyAbroad' : 'onlyItaly')}
                </a>
              )}
            </li>
          ))}
        {request.q !== '' && (
          <li>
            <a href={onlyBookable}>{request.bookable ? t('allOffices') : t('onlyBookable')}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
