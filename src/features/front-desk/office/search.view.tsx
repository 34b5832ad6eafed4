import type { Booking } from '#features/booking/index.ts';
import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Table } from '#ui/table.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { bookingPath, deskPath, type AtOffice } from '../at-office.ts';
import { mostFound } from '../find-from-desk.ts';
import { DeskSearch, deskSearchId } from './desk.view.tsx';
import { MailBadge } from './booking/mail-back.view.tsx';
import { isTickable, mayTick, TickBox, WithTicked } from './mass/ticks.view.tsx';
import { QuickActions } from './agenda/quick-actions.view.tsx';
import { mostDays } from './mass/selection.form.ts';
import { deskSearchTexts } from './search.text.ts';

interface SearchProps {
  context: PageContext;
  at: AtOffice;
  text: string;
  /** undefined: too little was typed to look for anything */
  found: readonly Booking[] | undefined;
  now: Temporal.Instant;
  /** The page had been open for too long: nothing was looked for. */
  stale?: string | undefined;
}

export function DeskSearchView(props: SearchProps) {
  const { context, at, text, stale } = props;
  const { language } = context;
  const t = deskSearchTexts.for(language);
  return (
    <OfficeLayout width="full" context={context} at={at} title={t('title')} formId={deskSearchId} searchesItself>
      <PageHeading title={t('title')} lead={answer(props)} />
      {stale && <Alert language={language} tone="warning" title={stale} />}
      <Toolbar label={t('title')}>
        <DeskSearch context={context} at={at} value={text} />
      </Toolbar>
      <Found {...props} />
    </OfficeLayout>
  );
}

function answer({ context, found }: SearchProps): string | undefined {
  const t = deskSearchTexts.for(context.language);
  if (found === undefined) return t('tooShort');
  if (found.length === 0) return undefined;
  return found.length === mostFound ? t('foundMany', { count: mostFound }) : t('found', { count: found.length });
}

function Found({ context, at, found, now }: SearchProps) {
  const { language } = context;
  const t = deskSearchTexts.for(language);
  if (found === undefined) return null;
  if (found.length === 0) {
    return (
      <EmptyState icon="search" title={t('none')}>
        <p>{t('noneWhy')}</p>
        {at.may('serve') && (
          <p>
            <a href={deskPath(at.office, 'identify')}>{t('identify')}</a>
          </p>
        )}
      </EmptyState>
    );
  }
  const { boxes, from, to } = tickable(at, found, now);
  const table = (
    <Table
      dense
      caption={t('title')}
      columns={[
        { label: t('who') },
        { label: t('day') },
        { label: t('service') },
        { label: t('code') },
        { label: t('status') },
        { label: t('actions'), quiet: true },
      ]}
      rows={found.map((booking) => ({
        key: booking.id,
        tone: booking.live ? undefined : 'muted',
        cells: [
          <span class="d-flex align-items-center">
            {boxes.has(booking) && <TickBox booking={booking} language={language} />}
            <a href={bookingPath(at.office, booking.code)}>{everybody(booking)}</a>
          </span>,
          <When booking={booking} language={language} now={now} />,
          localText(booking.serviceName, language),
          <span class="t-code" translate={false}>
            {booking.code}
          </span>,
          <div class="d-flex flex-wrap gap-1">
            <BookingBadge language={language} status={booking.status} />
            <MailBadge booking={booking} language={language} />
          </div>,
          <QuickActions
            context={context}
            at={at}
            booking={booking}
            day={{ date: dayIn(booking.startsAt, booking.timeZone) }}
            view="hours"
            now={now}
          />,
        ],
      }))}
    />
  );
  return (
    <>
      {table}
      {from && to && <WithTicked language={language} at={at} from={from} to={to} />}
    </>
  );
}

/** Those with a box, and their days: no more than a selection may reach over. */
function tickable(at: AtOffice, found: readonly Booking[], now: Temporal.Instant) {
  const dayOf = (booking: Booking) => dayIn(booking.startsAt, booking.timeZone);
  const open = mayTick(at) ? found.filter((one) => one.officeId === at.office.id && isTickable(one, now)) : [];
  const from = open.map(dayOf).sort(Temporal.PlainDate.compare)[0];
  const within = from ? open.filter((one) => from.until(dayOf(one), { largestUnit: 'day' }).days < mostDays) : [];
  const to = within.map(dayOf).sort(Temporal.PlainDate.compare).at(-1);
  return { boxes: new Set(within), from, to };
}

// The one looked for may be any of the party.
function everybody(booking: Booking): string {
  return booking.people.map((person) => `${person.familyName} ${person.givenName}`).join(', ') || booking.code;
}

function When(props: { booking: Booking; language: PageContext['language']; now: Temporal.Instant }) {
  const { booking, language, now } = props;
  const { startsAt, timeZone } = booking;
  const day = dayIn(startsAt, timeZone);
  const time = clockTime(startsAt, timeZone);
  if (day.equals(dayIn(now, timeZone))) return <strong>{deskSearchTexts.for(language)('today', { time })}</strong>;
  return <>{`${shortDate(day, language)} ${day.year}, ${time}`}</>;
}
