import type { BookingEvent } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { deskHistoryTexts, historyKey } from './history.text.ts';

/** Who did what and when, the latest first, on the office's clock and with the operators' names. */
export function DeskHistory(props: { language: Language; zone: string; events: readonly BookingEvent[] }) {
  const { language, zone, events } = props;
  const t = deskHistoryTexts.for(language);
  return (
    <ol class="list-unstyled">
      {events.toReversed().map((event, index) => {
        const { reason } = event.detail;
        const line = {
          date: dayMonthYear(dayIn(event.at, zone), language),
          time: clockTime(event.at, zone),
          who: event.operator ?? t(event.actor),
        };
        return (
          <li key={index} class="mb-2">
            <strong>{t(historyKey(event.kind))}</strong>
            <br />
            <span class="t-muted">{t('line', line)}</span>
            {typeof reason === 'string' && (
              <>
                <br />
                {t('reason', { reason })}
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
