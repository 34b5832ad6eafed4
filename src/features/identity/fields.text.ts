import { defineTexts } from '#platform/texts.ts';

export const fieldTexts = defineTexts('identity/fields', {
  it: {
    name: 'Scrivi il nome con lettere, come sul documento.',
    'password-too-short': 'La password deve avere almeno 12 caratteri. Va bene anche una frase.',
    'password-common': 'Questa password è tra le prime che si provano. Scegline un’altra, per esempio una frase.',
    'password-own-name': 'La password è fatta solo del tuo nome o della tua e-mail. Scegline un’altra.',
    'six-digits': 'Il codice ha sei cifre.',
    'wrong-code': 'Il codice non è giusto. Usa quello dell’ultima e-mail.',
    'code-used-up': 'Il codice è stato sbagliato cinque volte e non vale più. Fattene mandare un altro.',
    'code-expired': 'Il codice è scaduto o è già stato usato. Fattene mandare un altro.',
    'too-old': 'Controlla l’anno.',
    'unknown-office': 'Questa sede non esiste.',
  },
  en: {
    name: 'Write the name in letters, as in the document.',
    'password-too-short': 'The password needs at least 12 characters. A sentence is fine.',
    'password-common': 'This password is one of the first that are tried. Choose another, a sentence for example.',
    'password-own-name': 'The password is made only of your name or e-mail. Choose another.',
    'six-digits': 'The code has six digits.',
    'wrong-code': 'The code is not right. Use the one in the latest e-mail.',
    'code-used-up': 'The code was mistyped five times and is no longer valid. Ask for another.',
    'code-expired': 'The code has expired or has been used already. Ask for another.',
    'too-old': 'Check the year.',
    'unknown-office': 'This office does not exist.',
  },
});
