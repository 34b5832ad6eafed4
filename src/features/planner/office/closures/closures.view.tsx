import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import type { EntryWithAppointments } from '../../calendar/closure.query.ts';
import type { CalendarDay } from '../../calendar/office-calendar.query.ts';
import { closuresTexts } from './closures.text.ts';
import { entryDays, entryTexts } from './entry-words.ts';
import { Offered } from './offered.view.tsx';
import type { PlannerPageProps } from '../planner-page.ts';
import { plannerPaths } from '../paths.ts';
import { YearCalendar } from './year-calendar.view.tsx';
import { yearTexts } from './year-calendar.text.ts';

/** What was just done, and its words. */
export const closuresDone = {
  closed: 'closed',
  opened: 'opened',
  holidays: 'holidaysAdded',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
} as const;

export interface ClosuresViewProps extends PlannerPageProps {
  readonly days: readonly CalendarDay[];
  readonly entries: readonly EntryWithAppointments[];
  /** holidays of the next twelve months on which the office is not closed */
  readonly undecided: number;
  readonly done:
    | {
        readonly word: keyof typeof closuresDone;
        readonly offered: number;
        readonly entry: number | undefined;
        /** under which the offers can be followed */
        readonly round: string | undefined;
      }
    | undefined;
  readonly earlier: string | undefined;
  readonly later: string | undefined;
}

export function ClosuresView(props: ClosuresViewProps) {
  const { context, at, days, entries, undecided } = props;
  const { language } = context;
  const t = closuresTexts.for(language);
  const year = yearTexts.for(language);
  const { code } = at.office;
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      <Done {...props} />
      <PageHeading title={t('title')} lead={t('lead')} />
      <Toolbar label={t('actions')}>
        <ButtonLink href={plannerPaths.newClosure(code)} icon="ban">
          {t('add')}
        </ButtonLink>
        <ButtonLink href={plannerPaths.newExtraOpening(code)} kind="secondary" icon="plus">
          {t('extra')}
        </ButtonLink>
        <ButtonLink href={plannerPaths.holidays(code)} kind="secondary" icon="flag">
          {t('holidays', { count: undecided })}
        </ButtonLink>
      </Toolbar>
      <h2 id="calendar">{year('calendar')}</h2>
      <YearCalendar language={language} office={code} days={days} today={at.today} />
      <nav class="t-pagination" aria-label={year('calendar')}>
        {props.earlier && (
          <a href={`${plannerPaths.closures(code)}?from=${props.earlier}#calendar`} rel="prev">
            {year('earlier')}
          </a>
        )}
        {props.later && (
          <a class="t-pagination-next" href={`${plannerPaths.closures(code)}?from=${props.later}#calendar`} rel="next">
            {year('later')}
          </a>
        )}
      </nav>
      <h2>{t('coming')}</h2>
      {entries.length === 0 ? (
        <EmptyState icon="calendar" title={t('none')} level={3}>
          <p>{t('noneWhy')}</p>
        </EmptyState>
      ) : (
        <Entries {...props} />
      )}
    </OfficeLayout>
  );
}

function Done({ context, at, done }: ClosuresViewProps) {
  if (!done) return null;
  const { language } = context;
  const t = closuresTexts.for(language);
  const { code } = at.office;
  return (
    <Alert language={language} tone="success" live title={t(closuresDone[done.word])}>
      {done.offered > 0 && <Offered context={context} at={at} count={done.offered} round={done.round} />}
      {done.entry !== undefined && (
        <p>
          <a href={plannerPaths.removeEntry(code, done.entry)}>{t('undo')}</a>
        </p>
      )}
    </Alert>
  );
}

function Entries({ context, at, entries }: ClosuresViewProps) {
  const { language } = context;
  const t = closuresTexts.for(language);
  const words = entryTexts.for(language);
  const { code } = at.office;
  return (
    <Table
      caption={t('coming')}
      dense
      columns={[
        { label: t('day') },
        { label: t('kind') },
        { label: t('reason') },
        { label: t('where') },
        { label: t('appointments'), numeric: true },
        { label: t('actions'), quiet: true },
      ]}
      rows={entries.map((entry) => {
        const day = entryDays(entry, language);
        const isClosure = entry.kind === 'closure';
        return {
          key: String(entry.id),
          cells: [
            <a href={plannerPaths.calendarDay(code, firstShown(entry.firstDay, at.today))}>{day}</a>,
            isClosure ? (
              words('closure')
            ) : (
              <Badge tone="success" icon="plus-circle">
                {words('extra-opening')}
              </Badge>
            ),
            localText(entry.reason, language),
            entry.plannerName ?? words('wholeOffice'),
            isClosure ? entry.appointments.length || t('noAppointments') : '–',
            <ButtonLink
              href={plannerPaths.removeEntry(code, entry.id)}
              kind="secondary"
              small
              label={t(isClosure ? 'removeSpoken' : 'withdrawSpoken', { day })}
            >
              {t(isClosure ? 'remove' : 'withdraw')}
            </ButtonLink>,
          ],
        };
      })}
    />
  );
}

function firstShown(firstDay: Temporal.PlainDate, today: Temporal.PlainDate): string {
  return (Temporal.PlainDate.compare(firstDay, today) < 0 ? today : firstDay).toString();
}
