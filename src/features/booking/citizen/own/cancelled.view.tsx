import type { Language } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import type { Booking } from '../../booking.query.ts';
import { bookingTexts } from './booking.text.ts';

/** Who ended it, and why. */
export function Cancelled({ booking, language }: { booking: Booking; language: Language }) {
  const t = bookingTexts.for(language);
  return (
    <Alert language={language} tone="danger" title={t('cancelledTitle')}>
      <p>{cancelledWords(booking, language)}</p>
      {booking.cancelReason && <p>{t('cancelledWhy', { reason: booking.cancelReason })}</p>}
    </Alert>
  );
}

function cancelledWords({ cancelledBy }: Booking, language: Language): string {
  const t = bookingTexts.for(language);
  switch (cancelledBy) {
    case 'citizen':
    case null:
      return t('cancelledByCitizen');
    case 'office':
      return t('cancelledByOffice');
    case 'rejected':
      return t('cancelledRejected');
    case 'not-confirmed':
      return t('cancelledNotConfirmed');
    case 'clearance-refused':
      return t('cancelledRefused');
    case 'clearance-late':
      return t('cancelledClearance');
  }
}
