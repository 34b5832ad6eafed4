import { defineTexts } from '#platform/texts.ts';

export const logInFirstTexts = defineTexts('booking/log-in-first', {
  it: {
    title: 'Il posto è tuo: ora accedi',
    lead: 'Lo teniamo per te fino alle {time}. Anche se devi registrarti, il posto ti aspetta.',
    what: 'Servizio',
    where: 'Sede',
    when: 'Quando',
    howMany: 'Per quante persone',
    party: '{party, plural, one {una persona} other {# persone}}',
    digital: 'Accedi con SPID o CIE',
    digitalAbout:
      'La sede chiede un accesso con SPID o CIE, di livello {level} o superiore. Poi torni qui, con il posto ancora tuo.',
    digitalLogin: 'Accedi',
    known: 'Hai già un accesso',
    knownAbout: 'Entra con SPID, CIE o e-mail e password e continua da qui.',
    login: 'Accedi',
    unknown: 'È la prima volta',
    unknownAbout: 'Ti servono un indirizzo e-mail e due minuti. Ti mandiamo un codice di sei cifre da scrivere qui.',
    register: 'Registrati',
  },
  en: {
    title: 'The seat is yours: now log in',
    lead: 'We keep it for you until {time}. Even if you need to register, the seat waits for you.',
    what: 'Service',
    where: 'Office',
    when: 'When',
    howMany: 'For how many people',
    party: '{party, plural, one {one person} other {# people}}',
    digital: 'Log in with SPID or CIE',
    digitalAbout:
      'The office asks for a login with SPID or CIE, of level {level} or above. Then you come back here, with the seat still yours.',
    digitalLogin: 'Log in',
    known: 'You have an account',
    knownAbout: 'Log in with SPID, CIE or e-mail and password and go on from here.',
    login: 'Log in',
    unknown: 'It is the first time',
    unknownAbout: 'You need an e-mail address and two minutes. We send you a six-digit code to type here.',
    register: 'Register',
  },
});
