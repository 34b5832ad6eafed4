import type { MassAction } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { type AtOffice, deskPath } from '../../at-office.ts';
import { massPaths } from './mass-paths.ts';
import { massTexts } from './mass.text.ts';
import { massResultTexts } from './result.text.ts';

/** What the office did to many bookings at once, the latest first. */
export function MassListView(props: {
  context: PageContext;
  at: AtOffice;
  actions: readonly MassAction[];
  number: number;
  more: boolean;
}) {
  const { context, at, actions, number, more } = props;
  const { language } = context;
  const t = massTexts.for(language);
  const { timeZone } = at.office;
  const mayAct = at.may('cancel') || at.may('write-to-many');
  const here = (page: number) => `${massPaths.list(at.office)}?page=${page}`;
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('listTitle')}>
      <PageHeading title={t('listTitle')} lead={t('listLead')} />
      {mayAct && (
        <Toolbar label={t('listTitle')}>
          <ButtonLink href={massPaths.select(at.office)} icon="list">
            {t('selectTitle')}
          </ButtonLink>
        </Toolbar>
      )}
      {at.may('edit-planner') && (
        <p>
          {t('closeDay')} <a href={deskPath(at.office, 'closures')}>{t('closures')}</a>
        </p>
      )}
      {actions.length === 0 ? (
        <EmptyState icon="list" title={t('listNone')}>
          <p>{t('listNoneWhy')}</p>
        </EmptyState>
      ) : (
        <Table
          dense
          caption={t('listTitle')}
          columns={[
            { label: t('what') },
            { label: t('asked') },
            { label: t('appointments'), numeric: true },
            { label: t('done'), numeric: true },
            { label: massResultTexts.for(language)('skipped'), numeric: true },
          ]}
          rows={actions.map((action) => ({
            key: action.id,
            cells: [
              <a href={massPaths.result(at.office, action.id)}>{t(`kind-${action.kind}`)}</a>,
              `${dayMonthYear(dayIn(action.createdAt, timeZone), language)}, ${clockTime(action.createdAt, timeZone)}${action.askedBy ? ` · ${action.askedBy}` : ''}`,
              action.total,
              action.done,
              action.skipped,
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={number > 1 ? here(number - 1) : undefined}
        next={more ? here(number + 1) : undefined}
      />
    </OfficeLayout>
  );
}
