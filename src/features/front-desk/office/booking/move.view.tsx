import type { Booking } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Actions, Button, ButtonLink } from '#ui/button.tsx';
import { RadioField } from '#ui/fields/choice-field.tsx';
import { DayField } from '#ui/fields/date-field.tsx';
import { FirstDates } from '#ui/calendar/first-dates.tsx';
import { Form, freshForm } from '#ui/fields/form.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { TimeSlots } from '#ui/calendar/time-slots.tsx';
import { dayOfMonth } from '#ui/calendar/weekdays.ts';
import { type AtOffice, bookingPath } from '../../at-office.ts';
import { nameOf } from '../desk.view.tsx';
import { deskMoveTexts } from './move.text.ts';

export type MoveFault = 'lost' | 'over' | 'tooNear' | 'stale' | 'chooseSlot';

interface MoveProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  days: readonly { date: Temporal.PlainDate; free: number }[];
  /** undefined when nothing is free at all */
  day: Temporal.PlainDate | undefined;
  slots: readonly { id: string; startsAt: Temporal.Instant; free: number }[];
  how: 'move' | 'offer';
  fault: MoveFault | undefined;
}

/** How first, then a day, then the time that does it. */
export function DeskMoveView(props: MoveProps) {
  const { context, at, booking, days, day, fault } = props;
  const { language } = context;
  const t = deskMoveTexts.for(language);
  const zone = booking.timeZone;
  const now = { day: longDate(dayIn(booking.startsAt, zone), language), time: clockTime(booking.startsAt, zone) };
  const path = bookingPath(at.office, booking.code);
  const title = t('title', { name: nameOf(booking) });
  const others = days.filter(({ date }) => day === undefined || !date.equals(day));
  return (
    <OfficeLayout
      context={context}
      at={at}
      title={title}
      breadcrumb={[{ label: booking.code, href: path }, { label: title }]}
    >
      <PageHeading
        title={title}
        kicker={`${localText(booking.serviceName, language)} · ${t('party', { party: booking.party })}`}
        lead={t('now', now)}
      />
      {fault && <Alert language={language} tone="danger" live title={t(fault)} />}
      {day ? <Times {...props} day={day} /> : <Alert language={language} tone="warning" title={t('noneAtAll')} />}
      {others.length > 0 && (
        <FirstDates
          language={language}
          heading={t('otherDays')}
          dates={others.slice(0, 6).map(({ date, free }) => ({
            date: date.toString(),
            free,
            href: `${path}/move?date=${date.toString()}`,
          }))}
        />
      )}
      {day && (
        <form method="get" action={`${path}/move`} class="t-field-with-button mb-4">
          <DayField form={freshForm(language, { date: day.toString() })} name="date" label={t('day')} />
          <Button kind="secondary">{t('show')}</Button>
        </form>
      )}
      <Actions>
        <ButtonLink href={path} kind="secondary">
          {t('back')}
        </ButtonLink>
      </Actions>
    </OfficeLayout>
  );
}

function Times({ context, at, booking, day, slots, how }: MoveProps & { day: Temporal.PlainDate }) {
  const { language, csrf } = context;
  const t = deskMoveTexts.for(language);
  const isWrittenTo = booking.writtenTo !== null;
  const form = freshForm(language, { how });
  const options = [
    { value: 'move', label: t('moveNow'), hint: isWrittenTo ? t('moveHint') : t('moveHintNoMail') },
    ...(isWrittenTo ? [{ value: 'offer', label: t('offer'), hint: t('offerHint') }] : []),
  ];
  if (slots.length === 0) return <Alert language={language} tone="info" title={t('none')} />;
  return (
    <Form id="move" form={form} csrf={csrf} action={`${bookingPath(at.office, booking.code)}/move`}>
      <input type="hidden" name="date" value={day.toString()} />
      <RadioField form={form} name="how" label={t('how')} options={options} />
      <h2>{t('times', { day: dayOfMonth(day, language) })}</h2>
      <TimeSlots
        language={language}
        slots={slots.map(({ id, startsAt, free }) => ({ id, free, time: clockTime(startsAt, booking.timeZone) }))}
      />
    </Form>
  );
}
