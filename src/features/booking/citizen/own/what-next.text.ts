import { defineTexts } from '#platform/texts.ts';

export const whatNextTexts = defineTexts('booking/what-next', {
  it: {
    willAsk:
      'Devi confermare tra {opens} e {last}{whole, select, yes {, compresi} other {}}. Ti scriviamo quando è il momento.',
    ifNot: 'Se non confermi entro {last}, l’appuntamento è annullato e il posto torna libero.',
    askNow: 'Conferma entro {last}: dopo quel giorno l’appuntamento è annullato e il posto torna libero.',
    undelivered: 'Il nostro messaggio non ti è arrivato: se non confermi, dell’appuntamento decide la sede.',
    soon: 'L’appuntamento è vicino, quindi vale già come confermato: non devi fare altro.',
    office: 'La sede controlla i dati e poi conferma: ti scriviamo appena lo fa.',
    clearance: 'Prima serve il consenso (nulla osta) del comune: lo chiede la sede e ti scriviamo quando arriva.',
    clearanceBy:
      'Prima serve il consenso (nulla osta) del comune di residenza: deve rispondere entro {last}. Ti scriviamo quando risponde.',
    clearanceElse: 'Se il comune non risponde entro quel giorno, l’appuntamento è annullato e il posto torna libero.',
    clearanceLate: 'Se il comune tarda, l’appuntamento non si annulla da solo: decide la sede.',
    toSend: 'La sede guarda i documenti prima dell’appuntamento: mandali entro {last}.',
    toSendLate: 'I documenti andavano mandati entro {last}: puoi mandarli ancora, finché la sede non decide.',
    nobody: 'L’appuntamento vale subito: non devi confermarlo.',
    confirmed: 'L’appuntamento è confermato: non devi fare altro che venire.',
    cancel: 'Puoi cambiare giorno o annullare fino alle {time} di {day}, finché la sede non l’ha preso in carico.',
  },
  en: {
    willAsk:
      'You need to confirm between {opens} and {last}{whole, select, yes {, both included} other {}}. We write to you when it is time.',
    ifNot: 'If you do not confirm by {last}, the appointment is cancelled and the seat is free again.',
    askNow: 'Confirm by {last}: after that day the appointment is cancelled and the seat is free again.',
    undelivered: 'Our message did not reach you: if you do not confirm, the office decides about the appointment.',
    soon: 'The appointment is near, so it counts as confirmed already: there is nothing else to do.',
    office: 'The office checks the data and then confirms: we write to you as soon as it does.',
    clearance:
      'First the municipality’s consent (nulla osta) is needed: the office asks for it and we write to you when it comes.',
    clearanceBy:
      'First the consent (nulla osta) of the municipality of residence is needed: it has to answer by {last}. We write to you when it does.',
    clearanceElse:
      'If the municipality does not answer by that day, the appointment is cancelled and the seat is free again.',
    clearanceLate: 'If the municipality is late, the appointment is not cancelled by itself: the office decides.',
    toSend: 'The office looks at the documents before the appointment: send them by {last}.',
    toSendLate: 'The documents were due by {last}: you can still send them, until the office decides.',
    nobody: 'The appointment stands at once: you do not need to confirm it.',
    confirmed: 'The appointment is confirmed: all you need to do is come.',
    cancel: 'You can change the day or cancel until {time} on {day}, as long as the office has not taken it in charge.',
  },
});
