import { defineTexts } from '#platform/texts.ts';

export const examinationLetterTexts = defineTexts('notifications/examination-letters', {
  it: {
    regulariseSubject: 'Manca qualcosa: {service}, {day} alle {time}',
    regulariseHeading: 'La sede ha bisogno di qualcosa da te',
    regulariseIntro: 'La sede ha guardato la tua richiesta. Per andare avanti manca questo:',
    by: 'Mandalo entro {last}, poi scrivi nella pagina dell’appuntamento che hai fatto.',
    stands: 'Il tuo appuntamento resta valido: nulla si annulla da solo.',
    reminderSubject: 'Entro {last}: che cosa manca per {service}',
    reminderHeading: 'Ricordati di mandare quello che manca',
    toSendHeading: 'Ricordati di mandare i documenti',
    toSendIntro: 'La sede guarda i documenti prima del giorno dell’appuntamento e non sa ancora se li hai mandati.',
    send: 'Vedi che cosa mandare',
    fineSubject: 'Tutto a posto: {service}, {day} alle {time}',
    fineHeading: 'La sede ha controllato: va tutto bene',
    fine: 'La sede ha guardato la tua richiesta e non manca niente.',
    askedSubject: 'Chiesto il nulla osta: {service}, {day} alle {time}',
    askedHeading: 'La sede ha chiesto il nulla osta',
    asked: 'La sede ha chiesto al comune di {municipality} il consenso (nulla osta) per il tuo documento.',
    askedDays: 'Richiesta del {on}. La risposta è attesa entro {until}.',
    late: 'Se il comune tarda, l’appuntamento non si annulla da solo: decide la sede e ti scrive.',
    lateEnds:
      'Se il comune non risponde entro quel giorno, l’appuntamento è annullato e il posto torna libero: te lo scriviamo.',
    alreadyAsked:
      'Serve il consenso (nulla osta) del comune di {municipality}: lo abbiamo già chiesto, e la risposta è attesa entro {until}. Ti scriviamo quando arriva.',
    grantedProtocol: 'Protocollo del comune: {protocol}',
    grantedSubject: 'Nulla osta arrivato: {service}, {day} alle {time}',
    grantedHeading: 'Il comune ha dato il nulla osta',
    granted: 'Il comune di {municipality} ha dato il consenso (nulla osta) per il tuo documento.',
    grantedNoName: 'Il comune ha dato il consenso (nulla osta) per il tuo documento.',
    see: 'Vedi l’appuntamento',
    toSendTitle: 'Che cosa fare prima',
    toSend:
      'La sede guarda i documenti prima dell’appuntamento. Manda entro {last} quello che chiede e dillo dalla pagina dell’appuntamento.',
    needsClearance:
      'Serve il consenso (nulla osta) del comune di {municipality}: lo chiede la sede. Ti scriviamo quando lo chiede e quando arriva.',
    needsClearanceNoName:
      'Serve il consenso (nulla osta) del tuo comune: lo chiede la sede. Ti scriviamo quando lo chiede e quando arriva.',
  },
  en: {
    regulariseSubject: 'Something is missing: {service}, {day} at {time}',
    regulariseHeading: 'The office needs something from you',
    regulariseIntro: 'The office has looked at your request. To go on, this is missing:',
    by: 'Send it by {last}, then say on the page of the appointment that you have done so.',
    stands: 'Your appointment stands: nothing is cancelled by itself.',
    reminderSubject: 'By {last}: what is missing for {service}',
    reminderHeading: 'Remember to send what is missing',
    toSendHeading: 'Remember to send the documents',
    toSendIntro:
      'The office looks at the documents before the day of the appointment and does not know yet whether you have sent them.',
    send: 'See what to send',
    fineSubject: 'All is well: {service}, {day} at {time}',
    fineHeading: 'The office has checked: all is well',
    fine: 'The office has looked at your request and nothing is missing.',
    askedSubject: 'Clearance asked for: {service}, {day} at {time}',
    askedHeading: 'The office has asked for the clearance',
    asked: 'The office has asked the municipality of {municipality} for its consent (nulla osta) to your document.',
    askedDays: 'Asked on {on}. The answer is awaited by {until}.',
    late: 'If the municipality is late, the appointment is not cancelled by itself: the office decides and writes to you.',
    lateEnds:
      'If the municipality does not answer by that day, the appointment is cancelled and the seat is free again: we write to you.',
    alreadyAsked:
      'The consent (nulla osta) of the municipality of {municipality} is needed: we have asked for it, and the answer is awaited by {until}. We write to you when it comes.',
    grantedProtocol: 'Protocol number of the municipality: {protocol}',
    grantedSubject: 'Clearance granted: {service}, {day} at {time}',
    grantedHeading: 'The municipality has given its clearance',
    granted: 'The municipality of {municipality} has given its consent (nulla osta) to your document.',
    grantedNoName: 'The municipality has given its consent (nulla osta) to your document.',
    see: 'See the appointment',
    toSendTitle: 'What to do first',
    toSend:
      'The office looks at the documents before the appointment. By {last} send what it asks for, and say so on the page of the appointment.',
    needsClearance:
      'The consent (nulla osta) of the municipality of {municipality} is needed: the office asks for it. We write to you when it is asked for and when it comes.',
    needsClearanceNoName:
      'The consent (nulla osta) of your municipality is needed: the office asks for it. We write to you when it is asked for and when it comes.',
  },
});
