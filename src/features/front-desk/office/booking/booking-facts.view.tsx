import { Fragment } from 'preact';
import { type Booking, closingWords, reasonName } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear, withArticle } from '#platform/dates.ts';
import { type Language, languageName, languageOrItalian } from '#platform/language.ts';
import type { SummaryRow } from '#ui/summary-list.tsx';
import { deskBookingTexts } from './booking.text.ts';
import { channelName } from '../desk.view.tsx';

/** All that is known of a booking beside its people. */
export function factRows(booking: Booking, language: Language, chargeNote: string | null): SummaryRow[] {
  const t = deskBookingTexts.for(language);
  const on = (instant: Temporal.Instant) => ({
    date: dayMonthYear(dayIn(instant, booking.timeZone), language),
    time: clockTime(instant, booking.timeZone),
  });
  const rows: SummaryRow[] = [];
  if (booking.reason) rows.push({ key: t('reason'), value: reasonName(booking.reason, language) });
  if (booking.notes) rows.push({ key: t('notes'), value: booking.notes });
  rows.push({ key: t('contacts'), value: <Contacts booking={booking} language={language} /> });
  rows.push({ key: t('language'), value: languageName(languageOrItalian(booking.language)) });
  const confirmation = confirmationInWords(booking, language);
  if (confirmation) rows.push({ key: t('confirmation'), value: confirmation });
  if (booking.takenInChargeAt)
    rows.push({ key: t('charged'), value: chargedBy(booking, on(booking.takenInChargeAt), language) });
  if (chargeNote) rows.push({ key: t('chargedNote'), value: chargeNote });
  const made = { ...on(booking.createdAt), channel: channelName(booking.channel, language) };
  const by = booking.bookedBy === null ? '' : ` · ${booking.bookedBy}`;
  rows.push({ key: t('booked'), value: `${t('bookedVia', made)}${by}` });
  return rows;
}

function chargedBy(booking: Booking, on: { date: string; time: string }, language: Language): string {
  const t = deskBookingTexts.for(language);
  return booking.chargeOperator === null
    ? t('chargedAt', on)
    : t('chargedByAt', { ...on, name: booking.chargeOperator });
}

/** `{ from: '09:20', to: '09:40' }`, on the office's clock. */
export function hours(booking: Pick<Booking, 'startsAt' | 'endsAt' | 'timeZone'>): { from: string; to: string } {
  return { from: clockTime(booking.startsAt, booking.timeZone), to: clockTime(booking.endsAt, booking.timeZone) };
}

function Contacts({ booking, language }: { booking: Booking; language: Language }) {
  const { contactEmail, contactPhone, writtenTo } = booking;
  const emails = [...new Set([writtenTo, contactEmail])].filter((email) => email !== null);
  if (emails.length === 0 && !contactPhone) return <>{deskBookingTexts.for(language)('noContacts')}</>;
  return (
    <>
      {contactPhone && <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`}>{contactPhone}</a>}
      {emails.map((email, index) => (
        <Fragment key={email}>
          {(contactPhone || index > 0) && <br />}
          <a href={`mailto:${email}`}>{email}</a>
        </Fragment>
      ))}
    </>
  );
}

function confirmationInWords(booking: Booking, language: Language): string | undefined {
  const { confirmOpensAt, confirmClosesAt, status, timeZone } = booking;
  if (status !== 'booked' || !confirmOpensAt || !confirmClosesAt) return undefined;
  const from = withArticle('dal', dayIn(confirmOpensAt, timeZone), language);
  const to = closingWords(confirmClosesAt, timeZone, language, (day) => withArticle('al', day, language));
  return deskBookingTexts.for(language)('confirmFrom', { from, to });
}
