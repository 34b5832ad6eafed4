import { clockTime, dayIn, longDate, shortDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ActionForm } from '#ui/form.tsx';
import { OfficeLayout } from '#ui/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { capital } from '#ui/weekdays.ts';
import type { Closure, HolidaySuggestion } from '../closure.query.ts';
import { closuresTexts } from './closures.text.ts';
import type { PlannerPageProps } from './planner-page.ts';
import { plannerPaths } from './paths.ts';

export const closuresDone = ['added', 'removed', 'already'] as const;

export interface ClosuresViewProps extends PlannerPageProps {
  readonly closures: readonly Closure[];
  readonly suggestions: readonly HolidaySuggestion[];
  readonly done: (typeof closuresDone)[number] | undefined;
}

/** Appointments shown per closure; the rest is counted. */
const shown = 8;

export function ClosuresView(props: ClosuresViewProps) {
  const { context, at, closures, done } = props;
  const { language } = context;
  const t = closuresTexts.for(language);
  const add = (
    <ButtonLink href={plannerPaths.newClosure(at.office.code)} icon="plus">
      {t('add')}
    </ButtonLink>
  );
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      {done && <Alert language={language} tone={done === 'already' ? 'info' : 'success'} live title={t(done)} />}
      <PageHeading title={t('title')} lead={t('lead')} aside={closures.length > 0 && add} />
      {closures.length === 0 ? (
        <EmptyState icon="calendar" title={t('none')}>
          <p>{t('noneWhy')}</p>
          {add}
        </EmptyState>
      ) : (
        <Closures {...props} />
      )}
      <h2>{t('suggestions')}</h2>
      <Suggestions {...props} />
    </OfficeLayout>
  );
}

function Closures({ context, at, closures }: ClosuresViewProps) {
  const { language, csrf } = context;
  const t = closuresTexts.for(language);
  const { code } = at.office;
  return (
    <Table
      caption={t('title')}
      columns={[
        { label: t('day') },
        { label: t('reason') },
        { label: t('what') },
        { label: t('appointments') },
        { label: t('actions'), quiet: true },
      ]}
      rows={closures.map((closure) => ({
        key: String(closure.id),
        cells: [
          closureDays(closure, language),
          localText(closure.reason, language),
          closure.plannerName ?? t('wholeOffice'),
          <Appointments closure={closure} code={code} zone={at.office.timeZone} language={language} />,
          <ActionForm action={plannerPaths.removeClosure(code, closure.id)} csrf={csrf} language={language}>
            <Button kind="danger" small label={t('removeSpoken', { day: closureDays(closure, language) })}>
              {t('remove')}
            </Button>
          </ActionForm>,
        ],
      }))}
    />
  );
}

function Appointments(props: { closure: Closure; code: string; zone: string; language: Language }) {
  const { closure, code, zone, language } = props;
  const { appointments } = closure;
  const t = closuresTexts.for(language);
  if (appointments.length === 0) return <>{t('noAppointments')}</>;
  return (
    <ul class="list-unstyled mb-0">
      {appointments.slice(0, shown).map((booking) => {
        const startsAt = Temporal.Instant.from(booking.startsAt);
        return (
          <li key={booking.code}>
            <a href={`/office/${code}/bookings/${booking.code}`}>
              <span class="t-code" translate={false}>
                {booking.code}
              </span>{' '}
              {shortDate(dayIn(startsAt, zone), language)} {clockTime(startsAt, zone)}
            </a>
          </li>
        );
      })}
      {appointments.length > shown && <li>{t('moreAppointments', { count: appointments.length - shown })}</li>}
    </ul>
  );
}

function Suggestions({ context, at, suggestions }: ClosuresViewProps) {
  const { language, csrf } = context;
  const t = closuresTexts.for(language);
  if (suggestions.length === 0) return <p>{t('noSuggestions')}</p>;
  return (
    <>
      <p>{t('suggestionsLead')}</p>
      <Table
        caption={t('suggestions')}
        dense
        columns={[{ label: t('day') }, { label: t('reason') }, { label: t('actions'), quiet: true }]}
        rows={suggestions.map(({ day, name, patron, sure }) => {
          const words = capital(longDate(day, language));
          return {
            key: day.toString(),
            cells: [
              words,
              <>
                {localText(name, language)} {patron && <Badge tone="neutral">{t('patron')}</Badge>}{' '}
                {!sure && <Badge tone="warning">{t('unsure')}</Badge>}
              </>,
              <ActionForm
                action={plannerPaths.addHoliday(at.office.code)}
                csrf={csrf}
                language={language}
                hidden={{ day: day.toString() }}
              >
                <Button
                  kind="secondary"
                  small
                  label={t('addHolidaySpoken', { name: localText(name, language), day: words })}
                >
                  {t('addHoliday')}
                </Button>
              </ActionForm>,
            ],
          };
        })}
      />
    </>
  );
}

/** `Giovedì 24 dicembre 2026, dalle 12:00 alle 14:00` */
function closureDays(closure: Closure, language: Language): string {
  const t = closuresTexts.for(language);
  const { firstDay, lastDay, starts, ends } = closure;
  const days = firstDay.equals(lastDay)
    ? longDate(firstDay, language)
    : t('range', { from: longDate(firstDay, language), to: longDate(lastDay, language) });
  const hours = starts === null || ends === null ? t('wholeDay') : t('hours', { starts, ends });
  return `${capital(days)}, ${hours}`;
}
