import type { Language } from './language.ts';
import { defineTexts } from './texts.ts';

const spanTexts = defineTexts('platform/spans', {
  it: {
    minutes: '{count, plural, one {un minuto} other {# minuti}}',
    hours: '{count, plural, one {un’ora} other {# ore}}',
    days: '{count, plural, one {un giorno} other {# giorni}}',
  },
  en: {
    minutes: '{count, plural, one {one minute} other {# minutes}}',
    hours: '{count, plural, one {one hour} other {# hours}}',
    days: '{count, plural, one {one day} other {# days}}',
  },
});

/** A span of time in the largest whole unit: `2 giorni`, `un’ora`, `90 minuti`. */
export function spanWords(minutes: number, language: Language): string {
  const t = spanTexts.for(language);
  if (minutes > 0 && minutes % 1440 === 0) return t('days', { count: minutes / 1440 });
  if (minutes > 0 && minutes % 60 === 0) return t('hours', { count: minutes / 60 });
  return t('minutes', { count: minutes });
}
