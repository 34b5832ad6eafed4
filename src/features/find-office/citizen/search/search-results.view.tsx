import { localText } from '#platform/language.ts';
import { Cards } from '#ui/card.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import type { NearbyName, Service } from '#features/offices/index.ts';
import { type FoundItem, pageSize, type SearchAnswer } from '../../search.query.ts';
import { searchPath, type SearchRequest } from '../../search-request.ts';
import { NearForm } from './near-form.view.tsx';
import { NothingFound } from './nothing-found.view.tsx';
import { OfficeCard } from './office-card.view.tsx';
import { Corrected, Reading } from './reading.view.tsx';
import { searchResultsTexts } from './search-results.text.ts';
import { SortLinks } from './sort-links.view.tsx';

export interface SearchResultsProps {
  context: PageContext;
  request: SearchRequest;
  /** The one that the reader wants to book. */
  service: Service | undefined;
  answer: SearchAnswer;
  /** Names that are written nearly so, when nothing was found. */
  perhaps: readonly NearbyName[];
  /** The one of them that is answered instead. */
  corrected: string | undefined;
}

export function SearchResultsView(props: SearchResultsProps) {
  const { context, request, service, answer } = props;
  const { language } = context;
  const t = searchResultsTexts.for(language);
  const title = titleOf(props);
  const { items, total, nearby } = answer;
  const hidden = service && { service: service.code };
  return (
    <Layout
      context={context}
      title={title}
      breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: t('all'), href: '/offices' }, { label: title }]}
    >
      <PageHeading title={title} lead={items.length > 0 ? leadOf(props) : undefined} />
      <Corrected {...props} language={language} typed={request.q || request.near} />
      <Reading language={language} request={request} service={service} answer={answer} />
      {items.length === 0 ? (
        <NothingFound language={language} request={request} service={service} />
      ) : (
        <>
          {total > 1 && <SortLinks language={language} request={request} answer={answer} />}
          <Found {...props} />
        </>
      )}
      {nearby.length > 0 && (
        <section aria-labelledby="nearby">
          <h2 id="nearby">{t('nearby')}</h2>
          <OfficeCards {...props} items={nearby} level={3} />
        </section>
      )}
      <Pagination
        language={language}
        previous={request.page > 1 ? searchPath({ ...request, page: request.page - 1 }) : undefined}
        next={request.page * pageSize < total ? searchPath({ ...request, page: request.page + 1 }) : undefined}
      />
      <section aria-labelledby="again">
        <h2 id="again">{t('again')}</h2>
        <div class="row g-4">
          <div class="col-12 col-lg-6">
            <SearchForm
              language={language}
              action="/offices"
              label={t('search')}
              value={request.q}
              suggest="/offices/suggestions"
              hidden={hidden}
            />
          </div>
          <div class="col-12 col-lg-6">
            <NearForm language={language} near={request.near} service={service?.code} />
          </div>
        </div>
      </section>
    </Layout>
  );
}

/** First what answers exactly, then under a heading of their own the offices whose names are only alike. */
function Found(props: SearchResultsProps) {
  const { request, answer, context } = props;
  const t = searchResultsTexts.for(context.language);
  const exact = answer.items.filter(({ closeness }) => closeness <= 3);
  const alike = answer.items.filter(({ closeness }) => closeness > 3);
  const isRanked = request.sort === undefined || request.sort === 'best';
  if (!isRanked || exact.length === 0 || alike.length === 0) {
    return <OfficeCards {...props} items={answer.items} level={2} />;
  }
  return (
    <>
      <OfficeCards {...props} items={exact} level={2} />
      <section aria-labelledby="alike">
        <h2 id="alike">{t('alike')}</h2>
        <OfficeCards {...props} items={alike} level={3} />
      </section>
    </>
  );
}

function OfficeCards(props: SearchResultsProps & { items: readonly FoundItem[]; level: 2 | 3 }) {
  const { context, service, items, level } = props;
  return (
    <Cards>
      {items.map((item) => (
        <OfficeCard
          key={item.office.code}
          {...item}
          language={context.language}
          level={level}
          service={service?.code}
        />
      ))}
    </Cards>
  );
}

function titleOf({ context, request, service, answer }: SearchResultsProps): string {
  const t = searchResultsTexts.for(context.language);
  if (request.q !== '') return t('titleFor', { q: request.q });
  if (request.near !== '') {
    const name = answer.around?.name;
    if (name) return t('titleNear', { place: localText(name, context.language) });
    return answer.around ? t('titleNearYou') : t('titleNear', { place: request.near });
  }
  return service ? t('titleService', { service: localText(service.name, context.language) }) : t('titleBookable');
}

function leadOf({ context, request, service, answer }: SearchResultsProps): string {
  const t = searchResultsTexts.for(context.language);
  const { total } = answer;
  if (request.near !== '' && request.q === '') {
    return service
      ? t('foundNearService', { total, service: localText(service.name, context.language) })
      : t('foundNear', { total });
  }
  return request.q === '' ? `${t('foundBookable', { total })} ${t('serviceOnly')}` : t('found', { total });
}
