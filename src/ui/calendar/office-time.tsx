import { clockTime } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { kitTexts } from '../kit.text.ts';

/**
 * An hour on the office's clock: "alle 09:20 di Londra". Only the browser knows the reader's zone: with scripts
 * "(10:20 da te)" follows where the two clocks differ.
 */
export function OfficeTime(props: {
  language: Language;
  instant: Temporal.Instant;
  zone: string;
  /** Named when the reader may be elsewhere. */
  city?: string | undefined;
  /** Only the figures, for tables and lists. */
  bare?: boolean | undefined;
}) {
  const { language, instant, zone, city, bare = false } = props;
  const t = kitTexts.for(language);
  const time = clockTime(instant, zone);
  const words = bare ? time : city ? t('atIn', { time, city }) : t('at', { time });
  return (
    <time
      class="t-office-time"
      datetime={instant.toString()}
      data-office={`${instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })}`}
      data-elsewhere={t('elsewhere')}
    >
      {words}
    </time>
  );
}
