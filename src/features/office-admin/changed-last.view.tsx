import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';

const changedTexts = defineTexts('office-admin/changed-last', {
  it: {
    changed: 'Ultima modifica: {day}, {time}, di {name}.',
    never: 'Nessuno ha ancora cambiato questi dati.',
  },
  en: {
    changed: 'Last changed: {day}, {time}, by {name}.',
    never: 'Nobody has changed these details yet.',
  },
});

/** When something was changed last, on the office's clock, and by whom. */
export function ChangedLast(props: {
  language: Language;
  zone: string;
  changed: { at: Temporal.Instant; by: string } | undefined;
}) {
  const { language, zone, changed } = props;
  const t = changedTexts.for(language);
  if (changed === undefined) return <p class="t-muted">{t('never')}</p>;
  const day = dayMonthYear(dayIn(changed.at, zone), language);
  return <p class="t-muted">{t('changed', { day, time: clockTime(changed.at, zone), name: changed.by })}</p>;
}
