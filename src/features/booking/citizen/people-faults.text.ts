import { codiceFiscaleTexts } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';

const written = {
  it: {
    'same-person': 'Questa persona c’è già: scrivi ogni persona una volta sola.',
    'self-twice': 'Solo una persona può essere chi prenota: scegli la parentela.',
    'privacy-required': 'Per prenotare devi dire che hai letto l’informativa.',
  },
  en: {
    'same-person': 'This person is already here: write each person only once.',
    'self-twice': 'Only one person can be the one who books: choose the relationship.',
    'privacy-required': 'To book you need to say that you have read the notice.',
  },
} as const;

export const peopleFaultTexts = defineTexts('booking/people-faults', written);

/** What to do about a fault of the people form; undefined for those that every form knows. */
export function faultMessage(reason: string, language: Language): string | undefined {
  switch (reason) {
    case 'codice-fiscale-form':
    case 'codice-fiscale-check-character':
    case 'codice-fiscale-name':
    case 'codice-fiscale-birth-date': {
      const fault = reason.slice('codice-fiscale-'.length) as 'form' | 'check-character' | 'name' | 'birth-date';
      return codiceFiscaleTexts.for(language)(fault);
    }
    case 'same-person':
    case 'self-twice':
    case 'privacy-required':
      return peopleFaultTexts.for(language)(reason);
    default:
      return undefined;
  }
}
