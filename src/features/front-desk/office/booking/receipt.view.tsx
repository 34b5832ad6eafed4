import { type Booking, type Papers, PapersToBring } from '#features/booking/index.ts';
import { clockTime, dayIn, longDate } from '#platform/dates.ts';
import { type Language, localText } from '#platform/language.ts';
import { BookingBadge } from '#ui/booking-badge.tsx';
import { Actions, ButtonLink } from '#ui/button.tsx';
import { OfficeLayout } from '#ui/frame/office-layout.tsx';
import type { PageContext } from '#ui/frame/page-context.ts';
import { PageHeading } from '#ui/page-heading.tsx';
import { Ticket } from '#ui/ticket.tsx';
import { capital } from '#ui/calendar/weekdays.ts';
import { bookingPath, type AtOffice, deskPath } from '../../at-office.ts';
import { deskReceiptTexts } from './receipt.text.ts';

interface ReceiptProps {
  context: PageContext;
  at: AtOffice;
  booking: Booking;
  papers: Papers;
  /** What the person must or may still do, and where. */
  rules: readonly string[];
  /** The code as a picture, a `data:` address. */
  qr: string;
  /** The booking has just been made. */
  fresh: boolean;
}

/** What the person takes home: when, where, the code, what to bring. */
export function ReceiptView({ context, at, booking, papers, rules, qr, fresh }: ReceiptProps) {
  const { language } = context;
  const t = deskReceiptTexts.for(language);
  const title = fresh ? t('title') : t('titleLater');
  const { contactEmail } = booking;
  const lead = !fresh ? t('leadLater') : contactEmail ? t('leadMail', { email: contactEmail }) : t('lead');
  return (
    <OfficeLayout context={context} at={at} title={title} width="text">
      <PageHeading title={title} lead={<span class="t-no-print">{lead}</span>} />
      <ReceiptTicket language={language} booking={booking} papers={papers} rules={rules} qr={qr} />
      <div class="t-no-print">
        <Actions>
          <ButtonLink href={`${bookingPath(at.office, booking.code)}/receipt.pdf`} icon="print">
            {t('pdf')}
          </ButtonLink>
          {at.may('book-for-citizen') && (
            <ButtonLink href={deskPath(at.office, 'bookings/new')} kind="secondary" icon="plus-circle">
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

function ReceiptTicket(props: Pick<ReceiptProps, 'booking' | 'papers' | 'rules' | 'qr'> & { language: Language }) {
  const { language, booking, papers, rules, qr } = props;
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
        <strong translate={false}>
          {people.map((person) => `${person.givenName} ${person.familyName}`).join(', ')}
        </strong>
      </p>
      <ul>
        {rules.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PapersToBring language={language} papers={papers} />
    </Ticket>
  );
}
