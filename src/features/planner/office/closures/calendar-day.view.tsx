import { longDate } from '#platform/dates.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import type { DayState } from '../../calendar/day-state.rules.ts';
import { calendarDayTexts } from './calendar-day.text.ts';
import { closuresTexts } from './closures.text.ts';
import { previewTexts } from '../preview/hours-preview.text.ts';
import { plannerPaths } from '../paths.ts';
import { yearTexts } from './year-calendar.text.ts';
import type { CalendarDayProps } from './calendar-day-props.ts';
import { DayAppointments } from './day-appointments.view.tsx';
import { DayEntries } from './day-entries.view.tsx';
import { DayActions } from './day-actions.view.tsx';

const tones = { works: 'success', limited: 'warning', closed: 'danger', extra: 'success', rest: 'neutral' } as const;
const icons = { works: 'check', limited: 'clock', closed: 'ban', extra: 'plus-circle', rest: 'minus' } as const;

/** One day of the office's calendar: who comes, what is planned, and what can be done about it. */
export function CalendarDayView(props: CalendarDayProps) {
  const { context, at, day, offered } = props;
  const { language } = context;
  const t = calendarDayTexts.for(language);
  const { code } = at.office;
  const title = capital(longDate(day.day, language));
  const href = (shift: number) => plannerPaths.calendarDay(code, day.day.add({ days: shift }).toString());
  const hasDayBefore = Temporal.PlainDate.compare(day.day, at.today) > 0;
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      breadcrumb={[
        { label: closuresTexts.for(language)('title'), href: plannerPaths.closures(code) },
        { label: title },
      ]}
    >
      {offered > 0 && (
        <Alert language={language} tone="success" live title={t('offered', { count: offered })}>
          <a href={`/office/${code}/to-do`}>{previewTexts.for(language)('toDo')}</a>
        </Alert>
      )}
      <PageHeading title={title} aside={<State state={day.state} language={language} />} />
      <div class="row">
        <div class="col-lg-5 order-lg-last">
          <h2>{t('planned')}</h2>
          <DayEntries {...props} />
          <h2 id="change">{t('change')}</h2>
          <DayActions {...props} />
        </div>
        <div class="col-lg-7">
          <DayAppointments {...props} />
        </div>
      </div>
      <Toolbar label={t('calendar')}>
        {hasDayBefore && (
          <ButtonLink href={href(-1)} kind="plain" icon="chevron-left" small>
            {t('previous')}
          </ButtonLink>
        )}
        <ButtonLink href={href(1)} kind="plain" icon="chevron-right" small>
          {t('next')}
        </ButtonLink>
        <ButtonLink href={`${plannerPaths.closures(code)}#calendar`} kind="plain" icon="calendar" small>
          {t('calendar')}
        </ButtonLink>
      </Toolbar>
    </OfficeLayout>
  );
}

function State({ state, language }: { state: DayState; language: CalendarDayProps['context']['language'] }) {
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {yearTexts.for(language)(state)}
    </Badge>
  );
}
