import { type LocalText, localText } from '#platform/language.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxField, SelectField } from '#ui/fields/choice-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { Table } from '#ui/table.tsx';
import type { FoundOffice, Service } from '#features/offices/index.ts';
import { officePath } from '../../addresses.ts';
import { searchPath, type SearchRequest } from '../../search-request.ts';
import { allOfficesTexts } from './all-offices.text.ts';
import { ContactLines } from '../office/contact-lines.view.tsx';

export const areaPageSize = 100;

export interface AreaProps {
  context: PageContext;
  request: SearchRequest;
  service: Service | undefined;
  /** undefined when there is no such country or province, or no office in it */
  place: string | LocalText | undefined;
  items: readonly Omit<FoundOffice, 'km'>[];
  total: number;
  /** what offices of this kind may take bookings for */
  services: readonly Service[];
}

/** The offices of a country or a province as a table that can be printed. */
export function AreaView(props: AreaProps) {
  const { context, request, items, total } = props;
  const { language } = context;
  const t = allOfficesTexts.for(language);
  const title = titleOf(props);
  const crumbs = [
    { label: t('home'), href: sitePaths.home },
    { label: t('title'), href: '/offices' },
    { label: title },
  ];
  if (props.place === undefined) {
    return (
      <Layout context={context} title={title} breadcrumb={crumbs}>
        <PageHeading title={title} lead={t('notFoundAbout')} />
        <ButtonLink href="/offices">{t('title')}</ButtonLink>
      </Layout>
    );
  }
  const pages = Math.max(1, Math.ceil(total / areaPageSize));
  const lead = t('areaLead', { total, of: pages > 1 ? 'many' : 'one', page: request.page, pages });
  return (
    <Layout context={context} title={title} breadcrumb={crumbs}>
      <PageHeading title={title} lead={lead} />
      <Filter {...props} />
      {items.length === 0 ? (
        <EmptyState icon="search" title={t('nothing')}>
          <ButtonLink href={searchPath({ country: request.country, province: request.province })}>
            {t('withoutFilter')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption={title}
          columns={[{ label: t('office') }, { label: t('contacts') }, { label: t('books') }]}
          rows={items.map((office) => ({
            key: office.code,
            cells: [
              <a key="office" href={officePath(office.code)}>
                {localText(office.name, language)}
              </a>,
              <ContactLines key="contacts" language={language} office={office} />,
              office.services.map(({ name }) => localText(name, language)).join(', ') || t('booksNothing'),
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={request.page > 1 ? searchPath({ ...request, page: request.page - 1 }) : undefined}
        next={request.page < pages ? searchPath({ ...request, page: request.page + 1 }) : undefined}
      />
      <p class="d-print-none">
        <button class="btn btn-outline-primary" type="button" hidden data-print>
          {t('print')}
        </button>
      </p>
    </Layout>
  );
}

function titleOf({ context, request, place }: AreaProps): string {
  const t = allOfficesTexts.for(context.language);
  if (place === undefined) return t('notFound');
  const name = typeof place === 'string' ? place : localText(place, context.language);
  return request.country === undefined ? t('areaItaly', { place: name }) : t('areaAbroad', { place: name });
}

function Filter({ context, request, service, services }: AreaProps) {
  const { language } = context;
  const t = allOfficesTexts.for(language);
  const values = { service: service?.code ?? '', ...(request.bookable && { bookable: 'yes' }) };
  const form = freshForm(language, values);
  const options = services.map(({ code, name }) => ({ value: code, label: localText(name, language) }));
  return (
    <form class="t-filter d-print-none" method="get" action="/offices">
      {request.country && <input type="hidden" name="country" value={request.country} />}
      {request.province && <input type="hidden" name="province" value={request.province} />}
      <SelectField form={form} name="service" label={t('service')} options={options} first={t('anyService')} optional />
      <CheckboxField form={form} name="bookable" label={t('onlyBookable')} optional />
      <Button kind="secondary">{t('filter')}</Button>
    </form>
  );
}
