import { type ClearanceSection, clearanceSections, type ListedClearance } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import { queueTexts } from '../queue/queue.text.ts';
import { deskClearanceTexts } from './clearance.text.ts';

interface ClearancesProps {
  context: PageContext;
  at: AtOffice;
  counts: Readonly<Record<ClearanceSection, number>>;
  lists: ReadonlyMap<string, readonly ListedClearance[]>;
  only: ClearanceSection | undefined;
  after: string | undefined;
  most: number;
}

/** The consents an office follows, kind by kind, late ones first. */
export function ClearancesView(props: ClearancesProps) {
  const { context, at, counts, lists, only, after, most } = props;
  const { language } = context;
  const t = deskClearanceTexts.for(language);
  const path = deskPath(at.office, 'clearances');
  const all = clearanceSections.reduce((sum, section) => sum + counts[section], 0);
  const shown = only && lists.get(only);
  const last = shown && shown.length > most ? shown[most - 1] : undefined;
  return (
    <OfficeLayout
      width="full"
      context={context}
      at={at}
      title={t('list')}
      breadcrumb={[
        { label: queueTexts.for(language)('title'), href: deskPath(at.office, 'queue') },
        { label: t('list') },
      ]}
    >
      <PageHeading title={t('list')} lead={t('lead', { count: all })} />
      {all === 0 && (
        <EmptyState icon="check-circle" title={t('none')}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {clearanceSections.map((section) => (
        <Section key={section} {...props} section={section} rows={lists.get(section)?.slice(0, most) ?? []} />
      ))}
      {only && (
        <>
          <Pagination
            language={language}
            previous={after ? `${path}?section=${only}` : undefined}
            next={last && `${path}?section=${only}&after=${encodeURIComponent(last.key)}`}
          />
          <Actions>
            <ButtonLink href={path} kind="secondary">
              {t('backToAll')}
            </ButtonLink>
          </Actions>
        </>
      )}
    </OfficeLayout>
  );
}

const titles = { overdue: 'overdue', 'to-ask': 'to-ask', asked: 'awaited', 'to-tell': 'to-tell' } as const;

function Section(props: ClearancesProps & { section: ClearanceSection; rows: readonly ListedClearance[] }) {
  const { context, at, counts, only, section, rows } = props;
  const { language } = context;
  const t = deskClearanceTexts.for(language);
  const zone = at.office.timeZone;
  if (rows.length === 0) return null;
  return (
    <section class="mb-5" aria-labelledby={section}>
      <h2 id={section}>
        {t(titles[section])} <span class="t-muted">({counts[section]})</span>
      </h2>
      <Table
        dense
        caption={t(titles[section])}
        columns={[
          { label: t('who') },
          { label: t('appointment') },
          { label: t('municipality') },
          { label: t('asked') },
          { label: t('dueOn') },
          { label: t('actions'), quiet: true },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          cells: [
            <>
              <a href={bookingPath(at.office, row.code)} translate={false}>
                {row.name}
              </a>
              <br />
              <span class="t-muted">{localText(row.serviceName, language)}</span>
            </>,
            `${shortDate(dayIn(row.startsAt, zone), language)}, ${clockTime(row.startsAt, zone)}`,
            row.municipality ?? t('noMunicipality'),
            row.askedOn ? dayMonthYear(row.askedOn, language) : '—',
            row.dueOn ? dayMonthYear(row.dueOn, language) : '—',
            at.may('take-in-charge') && (
              <ButtonLink
                href={`${bookingPath(at.office, row.code)}/clearance`}
                kind="secondary"
                small
                label={t('openOf', { name: row.name })}
              >
                {t('open')}
              </ButtonLink>
            ),
          ],
        }))}
      />
      {!only && counts[section] > rows.length && (
        <p>
          <a href={`${deskPath(at.office, 'clearances')}?section=${section}`}>{t('all', { count: counts[section] })}</a>
        </p>
      )}
    </section>
  );
}
