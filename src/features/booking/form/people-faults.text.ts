import { codiceFiscaleTexts } from '#features/identity/index.ts';
import type { Language } from '#platform/language.ts';
import { defineTexts } from '#platform/texts.ts';

const written = {
  it: {
    'givenName.required': 'Scrivi il nome.',
    'familyName.required': 'Scrivi il cognome.',
    'birthDate.required': 'Scrivi la data di nascita.',
    'birthDate.date': 'La data di nascita non esiste: scrivi una data come 31/12/1980.',
    'birthDate.date-future': 'La data di nascita deve essere nel passato.',
    'codiceFiscale.required': 'Scrivi il codice fiscale.',
    'relationship.required-choice': 'Scegli chi è questa persona per chi prenota.',
    'email.required': 'Scrivi l’indirizzo e-mail.',
    'reason.required-choice': 'Scegli perché chiedi questo servizio.',
    'notes.too-long': 'Le note sono troppo lunghe: al massimo 500 caratteri.',
    'givenName.too-long': 'Il nome è troppo lungo: al massimo 100 caratteri.',
    'familyName.too-long': 'Il cognome è troppo lungo: al massimo 100 caratteri.',
    'birthPlace.too-long': 'Il luogo di nascita è troppo lungo: al massimo 100 caratteri.',
    'codiceFiscale.too-long': 'Il codice fiscale ha 16 caratteri.',
    'cardExpires.date': 'Questa data non esiste: scrivi una data come 31/12/2027, come sulla carta.',
    'name-latin':
      'Scrivi il nome con le lettere latine, A–Z (vanno bene accenti, apostrofi e trattini), come sta sul passaporto nella riga in lettere latine{suggestion, select, none {} other {: forse «{suggestion}»}}.',
    'same-person': 'Questa persona c’è già: scrivi ogni persona una volta sola.',
    'self-twice': 'Solo una persona può essere chi prenota: scegli la parentela.',
    'privacy-required': 'Per prenotare devi dire che hai letto l’informativa.',
    ofPerson: 'Persona {number, number}: {message}',
  },
  en: {
    'givenName.required': 'Write the first name.',
    'familyName.required': 'Write the surname.',
    'birthDate.required': 'Write the date of birth.',
    'birthDate.date': 'The date of birth does not exist: write a date like 31/12/1980.',
    'birthDate.date-future': 'The date of birth must be in the past.',
    'codiceFiscale.required': 'Write the codice fiscale.',
    'relationship.required-choice': 'Choose who this person is to the one who books.',
    'email.required': 'Write the e-mail address.',
    'reason.required-choice': 'Choose why you ask for this service.',
    'notes.too-long': 'The notes are too long: at most 500 characters.',
    'givenName.too-long': 'The first name is too long: at most 100 characters.',
    'familyName.too-long': 'The surname is too long: at most 100 characters.',
    'birthPlace.too-long': 'The place of birth is too long: at most 100 characters.',
    'codiceFiscale.too-long': 'A codice fiscale has 16 characters.',
    'cardExpires.date': 'This date does not exist: write a date like 31/12/2027, as on the card.',
    'name-latin':
      'Write the name in Latin letters, A–Z (accents, apostrophes and hyphens are fine), as it stands in the passport in the line of Latin letters{suggestion, select, none {} other {: perhaps “{suggestion}”}}.',
    'same-person': 'This person is already here: write each person only once.',
    'self-twice': 'Only one person can be the one who books: choose the relationship.',
    'privacy-required': 'To book you need to say that you have read the notice.',
    ofPerson: 'Person {number, number}: {message}',
  },
} as const;

export const peopleFaultTexts = defineTexts('booking/people-faults', written);

const codiceFiscaleFaults = {
  'codice-fiscale-form': 'form',
  'codice-fiscale-check-character': 'check-character',
  'codice-fiscale-name': 'name',
  'codice-fiscale-birth-date': 'birth-date',
} as const;

/** What to do about a fault, by `field.reason` or `reason`; undefined for those that every form knows. */
export function faultMessage(key: string, language: Language): string | undefined {
  if (isOneOf(codiceFiscaleFaults, key)) return codiceFiscaleTexts.for(language)(codiceFiscaleFaults[key]);
  return isOneOf(written.it, key) ? peopleFaultTexts.for(language)(key) : undefined;
}

/** Says whose fault it is, where several people are in the form. */
export function ofPerson(position: number, message: string, language: Language): string {
  const lower = message.charAt(0).toLocaleLowerCase(language) + message.slice(1);
  return peopleFaultTexts.for(language)('ofPerson', { number: position + 1, message: lower });
}

function isOneOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key);
}
