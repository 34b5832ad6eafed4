import { clockTime, dayIn, dayMonthYear } from '#platform/dates.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';

export const ownPasswordTexts = defineTexts('identity/own-password', {
  it: {
    wrong: 'Questa non è la tua password di adesso.',
    locked: 'Per troppe password sbagliate devi aspettare fino alle {time} (ora italiana) del {day}.',
  },
  en: {
    wrong: 'This is not your present password.',
    locked: 'After too many wrong passwords you need to wait until {time} (Italian time) on {day}.',
  },
});

// Nobody's zone is known before the login.
const zone = 'Europe/Rome';

/** The end of a lock, as in "alle 11:00 (ora italiana) del 23 novembre 2026". */
export function lockEnd(until: Temporal.Instant, language: Language): { time: string; day: string } {
  return { time: clockTime(until, zone), day: dayMonthYear(dayIn(until, zone), language) };
}

/** The same in a sentence, for whoever is logged in already. */
export function lockedUntilWords(until: Temporal.Instant, language: Language): string {
  return ownPasswordTexts.for(language)('locked', lockEnd(until, language));
}
