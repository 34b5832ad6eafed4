import { dayIn, dayMonthYear, monthName } from '#platform/dates.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { indexPath, licence, monthPath, openDataFields } from '../open-data/fields.ts';
import { openDataTexts } from '../open-data/open-data.text.ts';

/** What is published, how it is made, and what may be done with it. */
export function OpenDataView(props: {
  context: PageContext;
  months: readonly { readonly month: Temporal.PlainDate; readonly madeAt: Temporal.Instant }[];
}) {
  const { context, months } = props;
  const { language } = context;
  const t = openDataTexts.for(language);
  return (
    <Layout context={context} title={t('title')} description={t('lead')}>
      <PageHeading title={t('title')} lead={t('lead')} />
      <h2>{t('months')}</h2>
      {months.length === 0 ? (
        <EmptyState icon="chart" title={t('none')} level={3}>
          <p>{t('noneAbout')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[{ label: t('month') }, { label: t('published') }, { label: t('files') }]}
          rows={months.map(({ month, madeAt }) => {
            const name = monthName(month.toPlainYearMonth(), language);
            return {
              key: month.toString(),
              cells: [
                capital(name),
                dayMonthYear(dayIn(madeAt, 'Europe/Rome'), language),
                <span>
                  <a href={monthPath(month, 'csv')} aria-label={t('csvOf', { month: name })}>
                    {t('csv')}
                  </a>
                  {' · '}
                  <a href={monthPath(month, 'json')} aria-label={t('jsonOf', { month: name })}>
                    {t('json')}
                  </a>
                </span>,
              ],
            };
          })}
        />
      )}
      <h2>{t('what')}</h2>
      <p>{t('whatAbout')}</p>
      <h2>{t('small')}</h2>
      <p>{t('smallAbout')}</p>
      <h2>{t('fields')}</h2>
      <Table
        caption={t('fields')}
        columns={[{ label: t('field') }, { label: t('meaning') }]}
        rows={openDataFields.map((field) => ({
          key: field,
          cells: [
            <span class="t-code" translate={false}>
              {field}
            </span>,
            t(field),
          ],
        }))}
      />
      <h2>{t('licence')}</h2>
      <p>
        {t('licenceAbout')} <a href={licence.url}>{t('licenceLink')}</a>
      </p>
      <h2>{t('programs')}</h2>
      <p>
        {t('programsAbout')} <a href={indexPath}>{indexPath}</a>
      </p>
    </Layout>
  );
}
