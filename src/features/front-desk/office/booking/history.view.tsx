import type { BookingEvent, OfficeMessage } from '#features/booking/index.ts';
import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { deskHistoryTexts, historyKey } from './history.text.ts';
import { ImportedNote } from './imported-note.view.tsx';

/** Who did what and when, the latest first, on the office's clock and with the operators' names. */
export function DeskHistory(props: {
  language: Language;
  zone: string;
  events: readonly BookingEvent[];
  /** what was written to many at once, by the mass action */
  messages: ReadonlyMap<string, OfficeMessage>;
}) {
  const { language, zone, events, messages } = props;
  const t = deskHistoryTexts.for(language);
  return (
    <ol class="list-unstyled">
      {events.toReversed().map((event, index) => {
        const { reason } = event.detail;
        const message = messages.get(String(event.detail['mass']));
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
            <ImportedNote language={language} event={event} />
            {message && (
              <details>
                <summary>{message.subject}</summary>
                <p class="mb-0">{message.text}</p>
              </details>
            )}
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
