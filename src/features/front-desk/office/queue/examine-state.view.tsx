import { isAwaited, lastDayToSend, missingLines } from '#features/booking/index.ts';
import { dayIn, dayMonthYear } from '#platform/dates.ts';
import { examineTexts } from './examine.text.ts';
import type { ExamineProps } from './examine.view.tsx';

/** Whose turn it is, until when, and what was asked for before. */
export function ExamineState({ context, booking, now }: ExamineProps) {
  const { language } = context;
  const t = examineTexts.for(language);
  const { preCheck, clearance, timeZone, status } = booking;
  const lines = missingLines(preCheck?.missing ?? null, language);
  const last = preCheck?.dueAt ? dayMonthYear(lastDayToSend(preCheck.dueAt, timeZone), language) : '';
  const late = preCheck?.dueAt ? Temporal.Instant.compare(preCheck.dueAt, now) <= 0 : false;
  return (
    <section>
      <h2>{t('state')}</h2>
      {late && <p>{t('late', { last })}</p>}
      {!late && preCheck?.state === 'to-send' && <p>{t('toSend', { last })}</p>}
      {!late && preCheck?.state === 'to-regularise' && <p>{t('toRegularise', { last })}</p>}
      {preCheck?.state === 'to-examine' && (
        <p>{t('toExamine', { since: dayMonthYear(dayIn(preCheck.since, timeZone), language) })}</p>
      )}
      {status === 'awaiting-office' && <p>{t('toConfirm')}</p>}
      {isAwaited(clearance) && <p>{t('clearance')}</p>}
      {lines.length > 0 && (
        <>
          {preCheck?.state !== 'to-regularise' && <p>{t('wasMissing')}</p>}
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
