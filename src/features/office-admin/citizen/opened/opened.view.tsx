import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { sitePaths } from '#ui/frame/site-paths.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { actionInWords } from '../../log/action-in-words.ts';
import { openedTexts } from './opened.text.ts';
import type { Opening } from './openings.query.ts';
import { purposeOf } from './purpose.ts';

const homeZone = 'Europe/Rome';

export function OpenedView(props: {
  context: PageContext;
  openings: readonly Opening[];
  keptYears: number;
  previous: string | undefined;
  next: string | undefined;
}) {
  const { context, openings, keptYears, previous, next } = props;
  const { language } = context;
  const t = openedTexts.for(language);
  return (
    <Layout
      context={context}
      title={t('title')}
      breadcrumb={[{ label: t('profile'), href: sitePaths.profile }, { label: t('title') }]}
    >
      <PageHeading title={t('title')} lead={t('lead')} />
      {openings.length === 0 ? (
        <EmptyState icon="check" title={t('none')}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('caption')}
          columns={[
            { label: t('when') },
            { label: t('who') },
            { label: t('what') },
            { label: t('why') },
            { label: t('about') },
          ]}
          rows={openings.map((opening, index) => ({ key: String(index), cells: cellsOf(opening, language) }))}
        />
      )}
      <Pagination language={language} previous={previous} next={next} />
      <p class="t-muted mt-4">
        {t('kept', { years: keptYears })} {t('names')}
      </p>
      <p>{t('wrong')}</p>
      <ButtonLink href="/help/requests" kind="secondary">
        {t('help')}
      </ButtonLink>
    </Layout>
  );
}

function cellsOf(opening: Opening, language: Language) {
  const t = openedTexts.for(language);
  const { action, first, last, times, bookingCode, officeName, by, organisation } = opening;
  const zone = opening.timeZone ?? homeZone;
  const day = dayMonthYear(dayIn(first, zone), language);
  const again = times > 1 ? ` (${t('times', { count: times, last: clockTime(last, zone) })})` : '';
  const office = officeName === null ? t('network') : localText(officeName, language);
  const purpose = purposeOf(action);
  return [
    `${day}, ${clockTime(first, zone)}${again}`,
    [by, organisation, office].filter((part) => part !== null).join(', '),
    actionInWords(action, language),
    t(purpose === 'account' ? 'accountWhy' : purpose),
    bookingCode === null ? (
      t('account')
    ) : (
      <a href={`/bookings/${bookingCode}`} class="t-code" translate={false}>
        {bookingCode}
      </a>
    ),
  ];
}
