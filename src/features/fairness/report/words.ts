import { type Language, localeOf } from '#platform/language.ts';
import { capital } from '#ui/calendar/weekdays.ts';
import type { Part } from '../tables.ts';
import { fairnessTexts } from './fairness.text.ts';

/** A length of time in the largest unit that has some: `8 secondi`, `3 minuti`, `2 giorni`. */
export function lengthWords(seconds: number, language: Language): string {
  const t = fairnessTexts.for(language);
  if (seconds < 120) return t('seconds', { n: Math.round(seconds) });
  if (seconds < 2 * 3_600) return t('minutes', { n: Math.round(seconds / 60) });
  if (seconds < 48 * 3_600) return t('hours', { n: Math.round(seconds / 3_600) });
  return t('days', { n: Math.round(seconds / 86_400) });
}

/** `12%`, with a decimal where it is small. */
export function percentWords(share: number, language: Language): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  return new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: digits }).format(share);
}

export function countWords(count: number, language: Language): string {
  return new Intl.NumberFormat(localeOf(language)).format(count);
}

/** The name of a group; one that an app gave itself stays as it is. */
export function valueWords(part: Part, value: string, language: Language): string {
  const t = fairnessTexts.for(language);
  switch (part) {
    case 'language':
      return languageWords(value, language);
    case 'hour':
      return t('hourOf', { hour: value });
    case 'party':
      return value === '1' ? t('party.1') : value === '6' ? t('party.6') : t('party.n', { n: value });
    default: {
      const key = part === 'channel' && value === 'phone' ? 'value.phone-channel' : `value.${value}`;
      return fairnessTexts.has(key) ? t(key) : value;
    }
  }
}

function languageWords(value: string, language: Language): string {
  try {
    return capital(new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(value) ?? value);
  } catch {
    return value;
  }
}
