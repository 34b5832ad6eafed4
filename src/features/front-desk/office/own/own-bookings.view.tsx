import { clockTime, dayIn, shortDate } from '#platform/dates.ts';
import { localText } from '#platform/language.ts';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table } from '#ui/table.tsx';
import { type AtOffice, bookingPath, deskPath } from '../../at-office.ts';
import type { OwnBooking } from '../../own-bookings.query.ts';
import { ownBookingsTexts } from './own-bookings.text.ts';

export function OwnBookingsView(props: {
  context: PageContext;
  at: AtOffice;
  bookings: readonly OwnBooking[];
  number: number;
  more: boolean;
}) {
  const { context, at, bookings, number, more } = props;
  const { language } = context;
  const t = ownBookingsTexts.for(language);
  const { timeZone } = at.office;
  const path = deskPath(at.office, 'bookings/mine');
  return (
    <OfficeLayout context={context} at={at} title={t('title')}>
      <PageHeading title={t('title')} lead={t('lead')} />
      {bookings.length === 0 ? (
        <EmptyState icon="calendar" title={t('none')}>
          <p>{t('noneWhy')}</p>
          <ButtonLink href={deskPath(at.office, 'bookings/new')}>{t('book')}</ButtonLink>
        </EmptyState>
      ) : (
        <Table
          caption={t('title')}
          dense
          columns={[
            { label: t('who') },
            { label: t('day') },
            { label: t('service') },
            { label: t('code') },
            { label: t('status') },
            { label: t('receipt') },
          ]}
          rows={bookings.map((booking) => ({
            key: booking.code,
            cells: [
              booking.name,
              `${shortDate(dayIn(booking.startsAt, timeZone), language)}, ${clockTime(booking.startsAt, timeZone)}`,
              localText(booking.serviceName, language),
              <span key="code" class="t-code" translate={false}>
                {booking.code}
              </span>,
              <BookingBadge key="status" language={language} status={booking.status} />,
              <a
                key="receipt"
                href={`${bookingPath(at.office, booking.code)}/receipt`}
                aria-label={t('receiptOf', { code: booking.code })}
              >
                {t('receipt')}
              </a>,
            ],
          }))}
        />
      )}
      <Pagination
        language={language}
        previous={number > 1 ? `${path}?page=${number - 1}` : undefined}
        next={more ? `${path}?page=${number + 1}` : undefined}
      />
    </OfficeLayout>
  );
}
