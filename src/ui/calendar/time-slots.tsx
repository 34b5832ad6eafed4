import type { Language } from '#platform/language.ts';
import { calendarTexts } from './calendar.text.ts';
import { Icon } from '../icon.tsx';
import { OfficeTime } from './office-time.tsx';

export interface TimeSlot {
  id: string;
  /** `09:20`, on the office's clock. */
  time: string;
  /** With the office's zone: with scripts a reader in another one sees their own hour too. */
  instant?: Temporal.Instant | undefined;
  zone?: string | undefined;
  free: number;
}

/** The free hours of a day, each a button that sends `slot` with the form around it. */
export function TimeSlots({ language, slots }: { language: Language; slots: readonly TimeSlot[] }) {
  const t = calendarTexts.for(language);
  return (
    <ul class="t-slots">
      {slots.map(({ id, time, instant, zone, free }) => (
        <li key={id}>
          <button type="submit" name="slot" value={id}>
            <strong>
              {instant && zone ? <OfficeTime language={language} instant={instant} zone={zone} bare /> : time}
            </strong>
            <span class="visually-hidden">, </span>
            <span>
              <Icon name="check" />
              {t('seats', { free })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
