import { defineTexts } from '#platform/texts.ts';

export const emailBannerTexts = defineTexts('ui/email-banner', {
  it: {
    title: 'Le nostre e-mail a {address} tornano indietro',
    about: 'E-mail non recapitate',
    address: 'L’indirizzo sembra scritto male, o non esiste più.',
    mailbox: 'La casella sembra piena o chiusa.',
    other: 'Il tuo fornitore di posta le rifiuta.',
    why: 'Finché è così non ricevi promemoria né richieste di conferma.',
    correct: 'Correggi l’indirizzo',
    tryAgain: 'Ora funziona: mandami una prova',
  },
  en: {
    title: 'Our e-mails to {address} come back to us',
    about: 'E-mails that did not arrive',
    address: 'The address seems mistyped, or is no longer there.',
    mailbox: 'The mailbox seems to be full or closed.',
    other: 'Your mail provider turns them down.',
    why: 'Until this changes you get no reminders and no requests to confirm.',
    correct: 'Correct the address',
    tryAgain: 'It works now: send me a test',
  },
});
