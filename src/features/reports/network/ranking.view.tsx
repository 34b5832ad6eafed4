import { localText } from '#platform/language.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import type { AskedPeriod } from '../figures/asked-period.ts';
import { asQuery, networkReportsPath, reportsPath } from '../paths.ts';
import { showFigure } from '../shown/key-figures.view.tsx';
import { daysOf } from '../shown/lead.ts';
import { type Filter, PeriodForm } from '../shown/period-form.view.tsx';
import { shownTexts } from '../shown/shown.text.ts';
import { NetworkFrame } from './network-frame.view.tsx';
import { networkTexts } from './network.text.ts';
import { type RankedOffice, type RankFigure, rankFigures } from './ranking.query.ts';
import { chosen } from './reports.view.tsx';

/** Offices in the order of one figure, each with the way to its own reports. */
export function RankingView(props: {
  context: PageContext;
  asked: AskedPeriod;
  filters: readonly Filter[];
  by: RankFigure;
  fewestFirst: boolean;
  offices: readonly RankedOffice[];
  number: number;
  skip: number;
  hasMore: boolean;
}) {
  const { context, asked, filters, by, fewestFirst, offices, number, skip, hasMore } = props;
  const { language } = context;
  const t = shownTexts.for(language);
  const words = networkTexts.for(language);
  const path = `${networkReportsPath()}/offices`;
  const order: Filter[] = [
    {
      name: 'by',
      label: words('by'),
      all: t('firstFree'),
      value: by === 'firstFree' ? '' : by,
      options: rankFigures.filter((one) => one !== 'firstFree').map((value) => ({ value, label: t(value) })),
    },
    {
      name: 'order',
      label: words('order'),
      all: words('most'),
      value: fewestFirst ? 'fewest' : '',
      options: [{ value: 'fewest', label: words('fewest') }],
    },
  ];
  const all = [...filters, ...order];
  const other = (to: number): string => `${path}${asQuery(asked, chosen(all))}&page=${to}`;
  const own = asQuery(asked);
  return (
    <NetworkFrame
      context={context}
      title={t('ranking')}
      lead={daysOf(asked, language)}
      errors={asked.errors.length}
      breadcrumb={[
        { label: t('networkTitle'), href: networkReportsPath() + asQuery(asked, chosen(filters)) },
        { label: t('ranking') },
      ]}
    >
      <PeriodForm language={language} action={path} asked={asked} filters={all} />
      {offices.length === 0 ? (
        <EmptyState icon="chart" title={words('none')} />
      ) : (
        <Table
          dense
          caption={t('ranking')}
          columns={[
            { label: words('office') },
            { label: words('rank'), numeric: true },
            ...rankFigures.map((figure) => ({ label: t(figure), numeric: true })),
          ]}
          rows={offices.map((office, index) => ({
            key: office.code,
            cells: [
              <a href={reportsPath(office.code) + own}>{localText(office.name, language)}</a>,
              String(skip + index + 1),
              ...rankFigures.map((figure) => {
                const value = office[figure];
                return value === null ? '–' : showFigure(figure, value, language);
              }),
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={number > 1 ? other(number - 1) : undefined}
        next={hasMore ? other(number + 1) : undefined}
      />
      <p class="t-muted">{words('rankingHow')}</p>
    </NetworkFrame>
  );
}
