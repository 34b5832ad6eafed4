import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Cards } from '#ui/card.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/layout.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { sitePaths } from '#ui/site-paths.ts';
import { SearchForm } from '#ui/toolbar.tsx';
import type { Office, Service } from '#features/offices/index.ts';
import { OfficeCard } from './office-card.view.tsx';
import { searchResultsTexts } from './search-results.text.ts';
import type { LocalText } from '#platform/language.ts';

export interface FoundItem {
  office: Office;
  first: { date: Temporal.PlainDate; serviceName: LocalText } | undefined;
  services: readonly LocalText[];
  bookable: boolean;
}

export interface SearchResultsProps {
  context: PageContext;
  q: string;
  /** Only offices that take bookings for this one. */
  service: Service | undefined;
  items: readonly FoundItem[];
  total: number;
  /** Names that are written nearly so, when nothing was found. */
  perhaps: readonly string[];
  next: string | undefined;
  badCursor: boolean;
}

export function SearchResultsView(props: SearchResultsProps) {
  const { context, q, service, items, total } = props;
  const { language } = context;
  const t = searchResultsTexts.for(language);
  const title = titleOf(props);
  return (
    <Layout context={context} title={title} breadcrumb={[{ label: t('home'), href: sitePaths.home }, { label: title }]}>
      <PageHeading title={title} lead={items.length > 0 ? leadOf(props) : undefined} />
      <div class="mb-4">
        <SearchForm
          language={language}
          action="/offices"
          label={t('search')}
          value={q}
          suggest="/offices/suggestions"
          hidden={service && { service: service.code }}
        />
      </div>
      {props.badCursor && <Alert language={language} tone="info" title={t('badCursor')} />}
      {service && q !== '' && items.length > 0 && (
        <p>
          {t('ofService', { service: localText(service.name, language) })} <a href={searchPath(q)}>{t('allOffices')}</a>
        </p>
      )}
      {items.length === 0 ? (
        <NothingFound language={language} q={q} service={service} perhaps={props.perhaps} />
      ) : (
        <Cards>
          {items.map((item) => (
            <OfficeCard key={item.office.code} {...item} language={language} level={2} service={service?.code} />
          ))}
        </Cards>
      )}
      {total > items.length && <Pagination language={language} next={props.next} />}
    </Layout>
  );
}

export function searchPath(q: string, service?: string, cursor?: string): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(service && { service }), ...(cursor && { cursor }) });
  return query.size > 0 ? `/offices?${query.toString()}` : '/offices';
}

function titleOf({ context, q, service }: SearchResultsProps): string {
  const t = searchResultsTexts.for(context.language);
  if (q !== '') return t('titleFor', { q });
  return service ? t('titleService', { service: localText(service.name, context.language) }) : t('title');
}

function leadOf({ context, q, total }: SearchResultsProps): string {
  const t = searchResultsTexts.for(context.language);
  return q === '' ? `${t('foundBookable', { total })} ${t('serviceOnly')}` : t('found', { total });
}

function NothingFound(props: {
  language: Language;
  q: string;
  service: Service | undefined;
  perhaps: readonly string[];
}) {
  const { language, q, service, perhaps } = props;
  const t = searchResultsTexts.for(language);
  if (service) {
    return (
      <EmptyState icon="search" title={t('nothingService', { service: localText(service.name, language) })}>
        <p>{t('nothingServiceAbout')}</p>
        <ButtonLink href={searchPath(q)}>{t('withoutService')}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="search" title={t('nothing', { q })}>
      <p>{t('nothingAbout')}</p>
      {perhaps.length > 0 && (
        <p>
          {t('perhaps')}{' '}
          {perhaps.map((name, index) => (
            <>
              {index > 0 && ', '}
              <a href={searchPath(name)}>{name}</a>
            </>
          ))}
        </p>
      )}
    </EmptyState>
  );
}
