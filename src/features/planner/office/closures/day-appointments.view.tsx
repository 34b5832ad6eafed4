import { clockTime } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ActionForm } from '#ui/fields/form.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { calendarDayTexts } from './calendar-day.text.ts';
import { DayOffersState } from '../day-offers.view.tsx';
import { previewTexts } from '../preview/hours-preview.text.ts';
import { plannerPaths } from '../paths.ts';
import { BookingCode } from '../preview/uncovered-list.view.tsx';
import type { CalendarDayProps } from './calendar-day-props.ts';

/** Appointments of one page of the list. */
const onPage = 25;

/** Who comes, and how many of them the plan no longer has a seat for. */
export function DayAppointments({ context, at, day, appointments, page, offers, toOffer, offered }: CalendarDayProps) {
  const { language, csrf } = context;
  const t = calendarDayTexts.for(language);
  const words = previewTexts.for(language);
  const { code, timeZone } = at.office;
  const address = plannerPaths.calendarDay(code, day.day.toString());
  const last = Math.max(1, Math.ceil(appointments.length / onPage));
  const current = Math.min(page, last);
  const shown = appointments.slice((current - 1) * onPage, current * onPage);
  const title = appointments.length > 0 ? `${t('appointments')}: ${appointments.length}` : t('appointments');
  return (
    <>
      <h2>{title}</h2>
      {appointments.length === 0 && <p>{t('noAppointments')}</p>}
      <DayOffersState context={context} at={at} offers={offers} />
      {toOffer > 0 && offered === 0 && (
        <Alert language={language} tone="warning" title={t('uncovered', { count: toOffer })}>
          <p>{t('uncoveredWhy')}</p>
          <ActionForm action={`${address}/offers`} csrf={csrf} language={language}>
            <Button kind="secondary" small>
              {t('offerMoves')}
            </Button>
          </ActionForm>
        </Alert>
      )}
      {shown.length > 0 && (
        <Table
          caption={title}
          dense
          columns={[
            { label: words('when') },
            { label: words('booking') },
            { label: words('service') },
            { label: words('partySize'), numeric: true },
            { label: t('state') },
          ]}
          rows={shown.map((booking) => ({
            key: booking.code,
            cells: [
              clockTime(booking.startsAt, timeZone),
              <BookingCode at={at} code={booking.code} familyName={booking.familyName} />,
              localText(booking.service, language),
              booking.party,
              booking.uncovered ? <Badge tone="warning">{t('withoutSeat')}</Badge> : t('withSeat'),
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={current > 1 ? `${address}?page=${current - 1}` : undefined}
        next={current < last ? `${address}?page=${current + 1}` : undefined}
      />
    </>
  );
}
