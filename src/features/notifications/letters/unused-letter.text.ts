import { defineTexts } from '#platform/texts.ts';

export const unusedLetterTexts = defineTexts('notifications/unused', {
  it: {
    subject: 'Il tuo accesso si chiude dopo {day}',
    heading: 'Non usi il tuo accesso da molto tempo',
    why: 'Non conserviamo i dati di chi non usa più il servizio: se non accedi, dopo {day} chiudiamo il tuo accesso e togliamo i tuoi dati.',
    keep: 'Per tenerlo basta accedere una volta.',
    login: 'Accedi',
    otherwise: 'Se non ti serve più, non devi fare nulla. Potrai registrarti di nuovo quando vuoi.',
  },
  en: {
    subject: 'Your account will be closed after {day}',
    heading: 'You have not used your account for a long time',
    why: 'We do not keep the data of people who no longer use the service: unless you log in, after {day} we close your account and remove your data.',
    keep: 'To keep it, it is enough to log in once.',
    login: 'Log in',
    otherwise: 'If you do not need it any more, there is nothing to do. You may register again whenever you like.',
  },
});
