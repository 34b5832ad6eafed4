import { defineTexts } from '#platform/texts.ts';

export const fieldFaults = {
  'givenName.required': 'Scrivi il nome.',
  'familyName.required': 'Scrivi il cognome.',
  'birthDate.required': 'Scrivi la data di nascita.',
  'email.required': 'Scrivi l’indirizzo e-mail.',
  'password.required': 'Scrivi la password.',
  'current.required': 'Scrivi la password di adesso.',
  'code.required': 'Scrivi il codice di sei cifre.',
  'password-too-short': 'La password deve avere almeno 12 caratteri. Va bene anche una frase.',
  'password-common': 'Questa password è tra le prime che si provano. Scegline un’altra, per esempio una frase.',
  'password-own-name': 'La password è fatta solo del tuo nome o della tua e-mail. Scegline un’altra.',
  'six-digits': 'Il codice ha sei cifre.',
  'wrong-code': 'Il codice non è giusto. Usa quello dell’ultima e-mail.',
  'code-used-up': 'Il codice è stato sbagliato cinque volte e non vale più. Fattene mandare un altro.',
  'code-expired': 'Il codice è scaduto o è già stato usato. Fattene mandare un altro.',
  'birthDate.too-old': 'Controlla l’anno.',
  'unknown-office': 'Questa sede non esiste.',
  'local-account-closed': 'Per questa sede non ci si registra più con e-mail e password: si entra con SPID o CIE.',
} as const;

export type FieldFault = keyof typeof fieldFaults;

export const fieldTexts = defineTexts('identity/fields', {
  it: fieldFaults,
  en: {
    'givenName.required': 'Write the given name.',
    'familyName.required': 'Write the surname.',
    'birthDate.required': 'Write the date of birth.',
    'email.required': 'Write the e-mail address.',
    'password.required': 'Write the password.',
    'current.required': 'Write the present password.',
    'code.required': 'Write the six-digit code.',
    'password-too-short': 'The password needs at least 12 characters. A sentence is fine.',
    'password-common': 'This password is one of the first that are tried. Choose another, a sentence for example.',
    'password-own-name': 'The password is made only of your name or e-mail. Choose another.',
    'six-digits': 'The code has six digits.',
    'wrong-code': 'The code is not right. Use the one in the latest e-mail.',
    'code-used-up': 'The code was mistyped five times and is no longer valid. Ask for another.',
    'code-expired': 'The code has expired or has been used already. Ask for another.',
    'birthDate.too-old': 'Check the year.',
    'unknown-office': 'This office does not exist.',
    'local-account-closed': 'For this office one no longer registers with e-mail and password: enter with SPID or CIE.',
  },
});
