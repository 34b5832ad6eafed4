import { defineTexts } from '#platform/texts.ts';

/** The request itself, as it leaves or is to be sent. */
export const requestToSendTexts = defineTexts('front-desk/clearance-request', {
  it: {
    title: 'La richiesta al comune',
    byTurno:
      'L’ha ricevuta {office}, che risponde qui dentro. I promemoria partono da soli, due giorni prima del termine e l’ultimo giorno.',
    byMail: 'È partita per PEC. I promemoria partono da soli, due giorni prima del termine e l’ultimo giorno.',
    byHand:
      'Il comune non usa Turno. Manda tu la richiesta: è pronta qui sotto. Il comune può rispondere dalla pagina del collegamento, oppure a te: allora segna la risposta più in basso.',
    told: 'Dopo l’appuntamento il comune va avvisato. La comunicazione è pronta qui sotto.',
    pdf: 'Scarica la richiesta (PDF)',
    asText: 'Il testo da copiare',
    textLabel: 'Testo della richiesta',
    mailTitle: 'Manda per PEC',
    mailHint:
      'Indirizzo PEC del comune, come sta nell’indice pubblico (IPA). Resta salvato per le prossime richieste di questa sede.',
    mailbox: 'PEC del comune',
    send: 'Manda la PEC',
    sendAgain: 'Manda di nuovo la PEC',
    sending: 'Mando…',
    queued: 'La PEC parte tra poco: qui vedrai le ricevute.',
    trails: 'PEC mandate',
    seen: 'Ho visto: segna come sistemato',
    cancels: 'Se il comune non risponde entro il {last}, l’appuntamento si annulla da solo.',
    stays: 'Se il comune non risponde in tempo, la richiesta sale in cima all’elenco: decide la sede.',
    notAskedYet: 'Finché la richiesta non è partita l’appuntamento non si annulla, ma il comune ha sempre meno tempo.',
  },
  en: {
    title: 'The request to the municipality',
    byTurno:
      '{office} has received it and answers in here. Reminders leave by themselves, two days before the last day and on it.',
    byMail: 'It left by certified e-mail. Reminders leave by themselves, two days before the last day and on it.',
    byHand:
      'The municipality does not use Turno. Send the request yourself: it is ready below. The municipality can answer on the page of the link, or write to you: then record its answer further down.',
    told: 'After the appointment the municipality has to be told. The message is ready below.',
    pdf: 'Download the request (PDF)',
    asText: 'The text to copy',
    textLabel: 'Text of the request',
    mailTitle: 'Send by certified e-mail',
    mailHint:
      'Certified address (PEC) of the municipality, as in the public index (IPA). It is kept for the next requests of this office.',
    mailbox: 'Certified address of the municipality',
    send: 'Send the certified e-mail',
    sendAgain: 'Send the certified e-mail again',
    sending: 'Sending…',
    queued: 'The certified e-mail leaves shortly: its receipts will be shown here.',
    trails: 'Certified e-mails sent',
    seen: 'I have seen it: mark as settled',
    cancels: 'If the municipality does not answer by {last}, the appointment is cancelled by itself.',
    stays: 'If the municipality does not answer in time, the request rises to the top of the list: the office decides.',
    notAskedYet: 'Until the request has left nothing is cancelled, but the municipality has less and less time.',
  },
});
