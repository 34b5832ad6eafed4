import { defineTexts } from '#platform/texts.ts';

export const helpLetterTexts = defineTexts('notifications/help-letters', {
  it: {
    receivedSubject: 'La tua richiesta di aiuto n. {number}',
    receivedHeading: 'Abbiamo ricevuto la tua richiesta',
    receivedText:
      'Ti risponde una persona. Con il pulsante segui la richiesta e aggiungi quello che serve, anche senza accesso.',
    notYou: 'Non hai scritto tu? Non fare nulla: qualcuno ha indicato il tuo indirizzo per sbaglio.',
    open: 'Apri la richiesta',
    waitingSubject: 'Richiesta di aiuto n. {number} in attesa',
    waitingHeading: 'C’è una richiesta di aiuto',
    waitingText: 'Un cittadino ha scritto. Il testo è nella pagina, dopo l’accesso.',
    answeredSubject: 'Risposta alla richiesta di aiuto n. {number}',
    answeredHeading: 'C’è una risposta',
    answeredBy: 'Ti ha risposto {who}:',
    site: 'chi gestisce il sito',
    replyHow: 'Per rispondere usa la pagina della richiesta: le risposte a questa e-mail non arrivano a nessuno.',
  },
  en: {
    receivedSubject: 'Your help request no. {number}',
    receivedHeading: 'We have received your request',
    receivedText:
      'A person will answer. With the button you follow the request and add what is needed, without logging in too.',
    notYou: 'It was not you? Do nothing: somebody stated your address by mistake.',
    open: 'Open the request',
    waitingSubject: 'Help request no. {number} is waiting',
    waitingHeading: 'There is a request for help',
    waitingText: 'A citizen has written. The text is on the page, after logging in.',
    answeredSubject: 'Answer to help request no. {number}',
    answeredHeading: 'There is an answer',
    answeredBy: 'The answer of {who}:',
    site: 'whoever runs the site',
    replyHow: 'To reply use the page of the request: nobody reads replies to this e-mail.',
  },
});
