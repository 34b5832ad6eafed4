import type { Language } from '#platform/language.ts';
import { SummaryList } from '#ui/summary-list.tsx';
import type { Booking } from '../../booking.query.ts';
import { bookingTexts } from './booking.text.ts';

/** How to reach the office of a booking. */
export function AboutOffice({ language, booking }: { language: Language; booking: Booking }) {
  const t = bookingTexts.for(language);
  const { officeAddress, officeEmail, officePhone } = booking;
  const missing = <span class="t-muted">{t('notEntered')}</span>;
  return (
    <section id="office">
      <h2>{t('office')}</h2>
      <SummaryList
        language={language}
        rows={[
          { key: t('address'), value: officeAddress ?? missing },
          { key: t('email'), value: officeEmail ? <a href={`mailto:${officeEmail}`}>{officeEmail}</a> : missing },
          {
            key: t('phone'),
            value: officePhone ? <a href={`tel:${officePhone.replace(/[^\d+]/g, '')}`}>{officePhone}</a> : missing,
          },
        ]}
      />
      <ul class="list-unstyled t-no-print">
        <li>
          <a href={`/offices/${booking.officeCode}`}>{t('officePage')}</a>
        </li>
        <li>
          <a href={`/offices/${booking.officeCode}/privacy`}>{t('officePrivacy')}</a>
        </li>
      </ul>
    </section>
  );
}
