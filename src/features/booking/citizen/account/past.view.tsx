import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Table } from '#ui/table.tsx';
import type { Booking } from '../../booking.query.ts';
import { myBookingsTexts } from './my-bookings.text.ts';

/** Appointments that have been or will not be, each with its receipt. */
export function Past({ language, bookings }: { language: Language; bookings: readonly Booking[] }) {
  const t = myBookingsTexts.for(language);
  return (
    <>
      <h2>{t('past')}</h2>
      <Table
        caption={t('past')}
        columns={[
          { label: t('when') },
          { label: t('service') },
          { label: t('office') },
          { label: t('status') },
          { label: t('receipt'), quiet: true },
        ]}
        rows={bookings.map((booking) => ({
          key: booking.code,
          cells: [
            `${dayMonthYear(dayIn(booking.startsAt, booking.timeZone), language)}, ${clockTime(booking.startsAt, booking.timeZone)}`,
            localText(booking.serviceName, language),
            localText(booking.officeName, language),
            <BookingBadge language={language} status={booking.status} />,
            <a href={`/bookings/${booking.code}`} aria-label={t('receiptOf', { code: booking.code })}>
              {t('receipt')}
            </a>,
          ],
        }))}
      />
    </>
  );
}
