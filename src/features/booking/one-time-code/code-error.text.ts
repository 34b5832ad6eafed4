import { defineTexts } from '#platform/texts.ts';

export const codeErrorTexts = defineTexts('booking/code-error', {
  it: {
    required: 'Scrivi il codice di sei cifre che ti abbiamo mandato per e-mail.',
    wrong:
      'Questo codice non è giusto: sono le sei cifre dell’ultima e-mail, chieste da questo browser per questo posto.',
    wrongLeft:
      'Questo codice non è giusto: usa quello dell’ultima e-mail. {left, plural, one {Resta un tentativo} other {Restano # tentativi}}.',
    wrongLast: 'Questo codice non è giusto e i tentativi sono finiti: chiedi un nuovo codice.',
    expired: 'Questo codice è scaduto: chiedine uno nuovo.',
    'too-many': 'I tentativi per questo codice sono finiti: chiedine uno nuovo.',
  },
  en: {
    required: 'Type the six-digit code we sent you by e-mail.',
    wrong:
      'This code is not right: it is the six digits of the latest e-mail, asked for in this browser for this seat.',
    wrongLeft:
      'This code is not right: use the one in the latest e-mail. {left, plural, one {One attempt is left} other {# attempts are left}}.',
    wrongLast: 'This code is not right and there are no attempts left: ask for a new code.',
    expired: 'This code has expired: ask for a new one.',
    'too-many': 'There are no attempts left for this code: ask for a new one.',
  },
});
