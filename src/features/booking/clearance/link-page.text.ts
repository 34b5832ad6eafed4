import { defineTexts } from '#platform/texts.ts';

export const linkPageTexts = defineTexts('booking/clearance-link', {
  it: {
    title: 'Richiesta di nulla osta',
    lead: '{office} chiede il consenso del comune di {municipality}.',
    toldTitle: 'Comunicazione al comune di residenza',
    toldLead: '{office} ha dato un servizio a chi risiede nel comune di {municipality}. Non serve una risposta.',
    why: 'Questa pagina è per l’ufficio del comune che ha ricevuto il collegamento. Non serve un account.',
    sentTitle: 'Grazie: la risposta è registrata',
    sentText: 'La sede e la persona sono avvisate. Non serve altro: potete chiudere la pagina.',
    help: 'Chiedi aiuto',
    home: 'Vai alla pagina iniziale',
    settled: 'Non serve una risposta',
    minimal: 'I dati della persona non si mostrano più, perché la richiesta è chiusa.',
    'not-a-link': 'Questo collegamento non è valido',
    'not-a-link-text':
      'Forse è stato copiato solo in parte. Apritelo di nuovo dal messaggio, intero; se non funziona, chiedete alla sede che ha scritto.',
    expired: 'Questo collegamento non vale più',
    'expired-text': 'Valeva fino al giorno dell’appuntamento. Se serve ancora qualcosa, scrivete alla sede che chiede.',
    replaced: 'Questa richiesta è stata ritirata',
    'replaced-text':
      'La prenotazione non ha più bisogno della vostra risposta, oppure la richiesta è ora di un altro comune o è stata inviata a un altro indirizzo.',
    own: 'Questa richiesta è della tua sede',
    'own-text':
      'Da questo collegamento risponde il comune: chi lavora nella sede che chiede non può farlo. Se la risposta del comune è arrivata in un altro modo, registrala a mano.',
    byHand: 'Registra la risposta',
  },
  en: {
    title: 'Request for clearance',
    lead: '{office} asks for the consent of the municipality of {municipality}.',
    toldTitle: 'For the municipality of residence',
    toldLead:
      '{office} has given a service to somebody who lives in the municipality of {municipality}. No answer is needed.',
    why: 'This page is for the office of the municipality that was sent the link. No account is needed.',
    sentTitle: 'Thank you: the answer is recorded',
    sentText: 'The office and the person are told. There is nothing else to do: you can close the page.',
    help: 'Ask for help',
    home: 'Go to the home page',
    settled: 'No answer is needed',
    minimal: 'The data of the person are no longer shown, as the request is closed.',
    'not-a-link': 'This link is not valid',
    'not-a-link-text':
      'Perhaps only part of it was copied. Open it again from the message, whole; if that does not work, ask the office that wrote.',
    expired: 'This link is no longer good',
    'expired-text': 'It was good until the day of the appointment. If something is still needed, write to the office.',
    replaced: 'This request has been withdrawn',
    'replaced-text':
      'The booking no longer needs your answer, or the request now goes to another municipality or another address.',
    own: 'This is your own request',
    'own-text':
      'The municipality answers by this link: who works at the office that asks cannot. If the answer of the municipality has come in another way, record the answer by hand.',
    byHand: 'Record the answer',
  },
});
