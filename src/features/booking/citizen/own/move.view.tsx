import type { ComponentChildren } from 'preact';
import type { FreeDays, FreeSlot } from '#features/planner/index.ts';
import { clockTime, dayIn, withArticle } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { Calendar } from '#ui/calendar/calendar.tsx';
import { FirstDates } from '#ui/calendar/first-dates.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { Layout } from '#ui/frame/layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { NextOpening } from '#ui/calendar/next-opening.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { TimesOfDay } from '#ui/calendar/times-of-day.tsx';
import { capital, dayOfMonth } from '#ui/calendar/weekdays.ts';
import type { Booking } from '../../booking.query.ts';
import { moveTexts } from './move.text.ts';

/** Why the last choice came to nothing. */
export type MoveNotice = 'taken' | 'closed' | 'expired' | 'busy' | 'stale' | 'notOfAge' | 'queue';

export interface MoveProps {
  context: PageContext;
  booking: Booking;
  path: string;
  now: Temporal.Instant;
  free: FreeDays;
  notice?: MoveNotice | undefined;
}

/** The days to move a booking to. */
export function MoveDaysView(props: MoveProps & { first: FreeSlot | undefined }) {
  const { context, booking, path, now, free, first } = props;
  const { language } = context;
  const t = moveTexts.for(language);
  const zone = booking.timeZone;
  const days = linked(props);
  const [firstDay, ...later] = days;
  const time = first && clockTime(first.startsAt, zone);
  return (
    <Frame {...props} title={t('chooseTitle')}>
      {firstDay ? (
        <>
          <FirstDates language={language} dates={[{ ...firstDay, time }, ...later].slice(0, 6)} />
          <h2>{t('calendar')}</h2>
          <p class="t-muted">
            {t('clock', { city: localText(booking.officeCity, language) })}{' '}
            {free.horizonEnd && t('until', { day: withArticle('al', free.horizonEnd, language) })}
          </p>
          <Calendar
            language={language}
            months={monthsOf(free, dayIn(now, zone))}
            days={days}
            today={dayIn(now, zone).toString()}
            selected={dayIn(booking.startsAt, zone).toString()}
            selectedWords={t('presentDay', { day: dayOfMonth(dayIn(booking.startsAt, zone), language) })}
          />
        </>
      ) : (
        <Alert language={language} tone="warning" title={t('none')}>
          <p>
            <NoneWords {...props} />
          </p>
        </Alert>
      )}
      <Actions>
        <ButtonLink href={path} kind="secondary">
          {t('back')}
        </ButtonLink>
        {!firstDay && <ButtonLink href={`${path}/requests`}>{t('ask')}</ButtonLink>}
      </Actions>
    </Frame>
  );
}

/** The free times of one day, each a button that holds its seat. */
export function MoveTimesView(props: MoveProps & { day: Temporal.PlainDate; slots: readonly FreeSlot[] }) {
  const { context, booking, path, day, slots } = props;
  const { language } = context;
  const t = moveTexts.for(language);
  const others = linked(props).filter(({ date }) => date !== day.toString());
  const near = others.filter(({ date }) => date > day.toString());
  const title = slots.length > 0 ? t('timesTitle', { day: dayOfMonth(day, language) }) : t('noneDay');
  return (
    <Frame {...props} title={title}>
      {slots.length === 0 && <p>{t('noneDayText')}</p>}
      {slots.length > 0 && (
        <Form id="times" form={freshForm(language)} csrf={context.csrf} action={`${path}/move`}>
          <TimesOfDay
            language={language}
            zone={booking.timeZone}
            city={localText(booking.officeCity, language)}
            times={slots}
          />
        </Form>
      )}
      {others.length > 0 && (
        <FirstDates
          language={language}
          dates={(near.length > 0 ? near : others).slice(0, 3)}
          heading={t('otherDays')}
        />
      )}
      <Actions>
        <ButtonLink href={`${path}/move`} kind="secondary" icon="calendar">
          {t('allDays')}
        </ButtonLink>
        <ButtonLink href={path} kind="plain">
          {t('back')}
        </ButtonLink>
      </Actions>
    </Frame>
  );
}

function Frame(props: MoveProps & { title: string; children: ComponentChildren }) {
  const { context, booking, path, title, notice, children } = props;
  const { language } = context;
  const t = moveTexts.for(language);
  const kicker = `${localText(booking.serviceName, language)} · ${localText(booking.officeName, language)}`;
  return (
    <Layout
      context={context}
      title={title}
      breadcrumb={[{ label: t('crumb', { code: booking.code }), href: path }, { label: title }]}
    >
      <PageHeading title={capital(title)} kicker={kicker} lead={keepsWords(booking, language)} />
      {notice && (
        <Alert language={language} tone="warning" live title={t(notice)}>
          {notice !== 'stale' && <p>{notice === 'busy' ? t('busyText') : t('stillYours')}</p>}
        </Alert>
      )}
      {booking.party > 1 && <p>{t('party', { party: booking.party })}</p>}
      {children}
    </Layout>
  );
}

/** "Il tuo posto di giovedì 14 gennaio alle 9:20 resta tuo finché non hai il nuovo." */
function keepsWords({ startsAt, timeZone }: Booking, language: PageContext['language']): string {
  const day = dayOfMonth(dayIn(startsAt, timeZone), language);
  return moveTexts.for(language)('keeps', { day, time: clockTime(startsAt, timeZone) });
}

function NoneWords({ context, booking, now, free }: MoveProps) {
  const { language } = context;
  const t = moveTexts.for(language);
  const { nextRelease: instant, nextReleaseBy: by } = free;
  if (instant === null) return t('noneText');
  const city = localText(booking.officeCity, language);
  return (
    <>
      <NextOpening {...{ language, instant, by, city, now }} zone={booking.timeZone} /> {t('noneThen')}
    </>
  );
}

function linked({ free, path }: MoveProps) {
  return free.days.map(({ date, free: seats }) => ({
    date: date.toString(),
    free: seats,
    href: `${path}/move/times?date=${date.toString()}`,
  }));
}

function monthsOf({ horizonEnd, days }: FreeDays, today: Temporal.PlainDate): string[] {
  const first = today.toPlainYearMonth();
  const last = (horizonEnd ?? days.at(-1)?.date ?? today).toPlainYearMonth();
  const count = first.until(last, { largestUnit: 'month' }).months + 1;
  return Array.from({ length: Math.max(1, count) }, (_, index) => first.add({ months: index }).toString());
}
