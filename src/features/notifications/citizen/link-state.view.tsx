import { ChargeNotice } from '#features/booking/index.ts';
import { type Language, localText } from '#platform/language.ts';
import { Alert } from '#ui/alert.tsx';
import { confirmationWords } from '../letters/appointment.ts';
import type { BookingFacts } from '../letters/booking-facts.query.ts';
import { linkTexts } from './link.text.ts';
import type { LinkViewProps } from './link-props.ts';

/** How the booking stands, in words. */
export function LinkState({ context, facts, now, confirmRefusal, cancelRefusal }: LinkViewProps) {
  const { language } = context;
  const t = linkTexts.for(language);
  const words = confirmationWords(facts, language, now);
  if (facts.status === 'cancelled') {
    const byOffice = ['office', 'rejected', 'clearance-refused'].includes(facts.cancelledBy ?? '');
    return (
      <Alert language={language} tone="warning" title={t('cancelled')}>
        <p>{cancelledWords(facts, language)}</p>
        {byOffice && facts.cancelReason && <p>{facts.cancelReason}</p>}
      </Alert>
    );
  }
  const over = !facts.live || Temporal.Instant.compare(now, facts.startsAt) >= 0;
  if (over) return <Alert language={language} tone="info" title={t('over')} />;
  return (
    <>
      {facts.status === 'confirmed' && (
        <Alert language={language} tone="success" title={t('confirmed')}>
          {t('confirmedText')}
        </Alert>
      )}
      {facts.status === 'booked' && (
        <Alert language={language} tone={confirmRefusal === 'too-early' ? 'info' : 'warning'} title={bookedTitle()}>
          {confirmRefusal === 'too-late' ? t('lateText') : words}
        </Alert>
      )}
      {(facts.status === 'awaiting-office' || facts.status === 'awaiting-clearance') && (
        <Alert
          language={language}
          tone="info"
          title={facts.status === 'awaiting-office' ? t('officeTitle') : t('clearanceTitle')}
        >
          {words}
        </Alert>
      )}
      {cancelRefusal === 'taken-in-charge' && (
        <ChargeNotice language={language} office={localText(facts.office.name, language)} charge={facts.charge} />
      )}
      {cancelRefusal === 'too-late' && <p>{t('cancelLate')}</p>}
    </>
  );

  function bookedTitle(): string {
    if (confirmRefusal === 'too-early') return t('notYet');
    return confirmRefusal === 'too-late' ? t('lateTitle') : t('toConfirm');
  }
}

function cancelledWords(facts: BookingFacts, language: Language): string {
  const t = linkTexts.for(language);
  if (facts.cancelledBy === 'citizen') return t('cancelledByCitizen');
  if (facts.cancelledBy === 'clearance-refused') return t('cancelledRefused');
  if (facts.cancelledBy === 'clearance-late') return t('cancelledLate');
  return facts.cancelledBy === 'not-confirmed' ? t('cancelledNotConfirmed') : t('cancelledByOffice');
}
