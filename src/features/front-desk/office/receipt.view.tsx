import { type Booking, lastDayToConfirm } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate, withArticle } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/office-layout.tsx';
import type { PageContext } from '#ui/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Checklist, Ticket } from '#ui/ticket.tsx';
import { capital } from '#ui/weekdays.ts';
import { bookingPath, type AtOffice, deskPath } from '../at-office.ts';
import { deskReceiptTexts } from './receipt.text.ts';

interface ReceiptProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  documents: readonly string[];
  /** The code as a picture, a `data:` address. */
  qr: string;
  /** The booking has just been made. */
  fresh: boolean;
}

/** What the person takes home: when, where, the code, what to bring. */
export function ReceiptView({ context, at, booking, documents, qr, fresh }: ReceiptProps) {
  const { language } = context;
  const t = deskReceiptTexts.for(language);
  const title = fresh ? t('title') : t('titleLater');
  const lead = booking.contactEmail && fresh ? t('leadMail', { email: booking.contactEmail }) : t('lead');
  return (
    <OfficeLayout context={context} at={at} title={title} width="text">
      <PageHeading title={title} lead={<span class="t-no-print">{lead}</span>} />
      <ReceiptTicket language={language} booking={booking} documents={documents} qr={qr} />
      <div class="t-no-print">
        <Actions>
          {at.may('book-for-citizen') && (
            <ButtonLink href={deskPath(at.office, 'bookings/new')} icon="plus-circle">
              {t('another')}
            </ButtonLink>
          )}
          {at.may('see-booking') && (
            <ButtonLink href={bookingPath(at.office, booking.code)} kind="secondary">
              {t('open')}
            </ButtonLink>
          )}
        </Actions>
      </div>
    </OfficeLayout>
  );
}

function ReceiptTicket(props: { language: Language; booking: Booking; documents: readonly string[]; qr: string }) {
  const { language, booking, documents, qr } = props;
  const t = deskReceiptTexts.for(language);
  const { startsAt, timeZone, people } = booking;
  return (
    <Ticket
      language={language}
      day={capital(longDate(dayIn(startsAt, timeZone), language))}
      time={clockTime(startsAt, timeZone)}
      what={localText(booking.serviceName, language)}
      where={
        <>
          <p class="mb-0">{localText(booking.officeName, language)}</p>
          {booking.officeAddress && <p class="mb-0">{booking.officeAddress}</p>}
          {booking.officeKind === 'consular' && (
            <p class="t-muted mb-0">{t('clock', { city: localText(booking.officeCity, language) })}</p>
          )}
        </>
      }
      status={<BookingBadge language={language} status={booking.status} />}
      code={booking.code}
      qr={booking.live ? { src: qr, alt: t('qr') } : undefined}
    >
      <p>
        {t('people', { count: people.length })}{' '}
        <strong>{people.map((person) => `${person.givenName} ${person.familyName}`).join(', ')}</strong>
      </p>
      <ul>
        {rulesInWords(booking, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {documents.length > 0 && (
        <>
          <h2>{t('bring')}</h2>
          <Checklist items={documents} />
        </>
      )}
    </Ticket>
  );
}

function rulesInWords(booking: Booking, language: Language): string[] {
  const t = deskReceiptTexts.for(language);
  const { confirmBy, confirmOpensAt, confirmClosesAt, cancelClosesAt, timeZone, status } = booking;
  const sentences: string[] = [];
  if (status === 'booked' && confirmOpensAt && confirmClosesAt) {
    const from = withArticle('il', dayIn(confirmOpensAt, timeZone), language);
    const to = withArticle('il', lastDayToConfirm(confirmClosesAt, timeZone), language);
    sentences.push(t('confirm', { from, to }));
  } else if (status === 'awaiting-office') sentences.push(t('confirmOffice'));
  else if (confirmBy === 'nobody') sentences.push(t('confirmNot'));
  if (booking.live) {
    const date = withArticle('al', dayIn(cancelClosesAt, timeZone), language);
    sentences.push(t('cancel', { date, time: clockTime(cancelClosesAt, timeZone) }));
  }
  return sentences;
}
