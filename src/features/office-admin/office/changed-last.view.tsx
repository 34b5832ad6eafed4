import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { detailsTexts } from './details.text.ts';

/** When something was changed last, on the office's clock, and by whom. */
export function ChangedLast(props: {
  language: Language;
  zone: string;
  changed: { at: Temporal.Instant; by: string } | undefined;
}) {
  const { language, zone, changed } = props;
  const t = detailsTexts.for(language);
  if (changed === undefined) return <p class="t-muted">{t('never')}</p>;
  const day = dayMonthYear(dayIn(changed.at, zone), language);
  return <p class="t-muted">{t('changed', { day, time: clockTime(changed.at, zone), name: changed.by })}</p>;
}
