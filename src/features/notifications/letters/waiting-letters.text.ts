import { defineTexts } from '#platform/texts.ts';

export const waitingLetterTexts = defineTexts('notifications/waiting-letters', {
  it: {
    joinedSubject: 'Sei in lista d’attesa: {service}',
    joinedHeading: 'Sei in lista d’attesa',
    joinedText:
      'Quando si libera un posto che va bene per te, te lo scriviamo e lo teniamo da parte finché non rispondi.',
    joinedHow:
      'Il tuo posto in lista resta, anche se cambi le tue preferenze. Una volta al mese ti chiediamo se ti serve ancora.',
    place: 'Il tuo posto in lista adesso',
    what: 'Servizio',
    where: 'Dove',
    seeEntry: 'Vedi la lista d’attesa',
    offeredSubject: 'Si è liberato un posto: {service}, {day} alle {time}',
    offeredHeading: 'C’è un posto per te',
    offeredText: 'Si è liberato questo posto. È tuo se lo accetti in tempo.',
    seat: 'Il posto',
    answerBy: 'Rispondi entro',
    dayAndTime: '{day}, ore {time} (ora di {city})',
    offeredAction: 'Accetta o rifiuta',
    offeredNothing:
      'Se rifiuti, il posto va a chi viene dopo di te e tu resti al tuo posto in lista. Se non rispondi in tempo, il posto va a un’altra persona.',
    lapsedSubject: 'Il posto è andato a un’altra persona: {service}',
    lapsedHeading: 'Non abbiamo ricevuto la tua risposta',
    lapsedText:
      'Il posto che tenevamo per te è andato a chi viene dopo. Resti al tuo posto in lista. Se anche la prossima volta non rispondi, mettiamo in pausa la tua richiesta e ti chiediamo se ti serve ancora.',
    withdrawnSubject: 'Il posto offerto non c’è più: {service}',
    withdrawnHeading: 'La sede non può più riceverti in quell’orario',
    withdrawnText:
      'La sede ha cambiato i suoi orari, e il posto che tenevamo per te non c’è più. Ci dispiace. Resti al tuo posto in lista: ti offriamo il prossimo che va bene per te.',
    neededSubject: 'Ti serve ancora? {service}',
    neededHeading: 'Ti serve ancora questo appuntamento?',
    neededText:
      'Aspetti da un mese, e te lo chiediamo per non offrire posti a chi non li vuole più. Rispondi entro 14 giorni: senza risposta mettiamo in pausa la tua richiesta, e puoi riprenderla per altri 30 giorni.',
    neededAction: 'Rispondi: mi serve ancora',
    asleepSubject: 'La tua richiesta è in pausa: {service}',
    asleepHeading: 'La tua richiesta in lista d’attesa è in pausa',
    asleepText:
      '{why, select, lapses {Non hai risposto alle ultime offerte, perciò per adesso non te ne facciamo altre.} unanswered {Non ci hai detto se ti serve ancora, perciò per adesso non ti offriamo posti.} other {I giorni che avevi indicato sono passati, perciò non possiamo offrirti posti.}}',
    asleepUntil: 'Il tuo posto in lista resta fino al giorno indicato qui: {until}. Dopo, la richiesta si chiude.',
    daysAction: 'Cambia i giorni',
    endedSubject: 'Non sei più in lista d’attesa: {service}',
    endedHeading: 'La tua richiesta si è chiusa',
    endedText:
      'Non ci hai più detto se ti serve, perciò non sei più in lista d’attesa. Se ti serve ancora puoi rimetterti in lista quando vuoi: il posto riparte dalla fine.',
    bookedHeading: 'Hai già un appuntamento',
    bookedText: 'Hai prenotato questo servizio, perciò non sei più in lista d’attesa. Il tuo appuntamento non cambia.',
    removedHeading: 'La sede ti ha tolto dalla lista d’attesa',
    removedText: 'Ecco perché, con le parole della sede:',
    linkIsPersonal: 'I collegamenti di questa e-mail sono personali: non inoltrarla.',
    leave: 'Esci dalla lista d’attesa',
  },
  en: {
    joinedSubject: 'You are on the waiting list: {service}',
    joinedHeading: 'You are on the waiting list',
    joinedText: 'When a seat that suits you becomes free, we write to you and keep it until you have answered.',
    joinedHow:
      'Your place on the list stays, even if you change your wishes. Once a month we ask whether you still need it.',
    place: 'Your place on the list now',
    what: 'Service',
    where: 'Where',
    seeEntry: 'See the waiting list',
    offeredSubject: 'A seat is free: {service}, {day} at {time}',
    offeredHeading: 'There is a seat for you',
    offeredText: 'This seat has become free. It is yours if you accept it in time.',
    seat: 'The seat',
    answerBy: 'Answer by',
    dayAndTime: '{day}, {time} ({city} time)',
    offeredAction: 'Accept or decline',
    offeredNothing:
      'If you decline, the seat goes to whoever is next and you stay at your place on the list. If you do not answer in time, the seat goes to somebody else.',
    lapsedSubject: 'The seat has gone to somebody else: {service}',
    lapsedHeading: 'We did not receive your answer',
    lapsedText:
      'The seat we kept for you has gone to whoever is next. You stay at your place on the list. If you do not answer next time either, we pause your request and ask whether you still need it.',
    withdrawnSubject: 'The seat offered is gone: {service}',
    withdrawnHeading: 'The office can no longer receive you at that time',
    withdrawnText:
      'The office has changed its hours, and the seat we kept for you is gone. We are sorry. You stay at your place on the list: we offer you the next one that suits you.',
    neededSubject: 'Do you still need it? {service}',
    neededHeading: 'Do you still need this appointment?',
    neededText:
      'You have been waiting for a month, and we ask so that seats are not offered to people who no longer want them. Answer within 14 days: without an answer we pause your request, and you can take it up again for 30 more days.',
    neededAction: 'Answer: I still need it',
    asleepSubject: 'Your request is paused: {service}',
    asleepHeading: 'Your request on the waiting list is paused',
    asleepText:
      '{why, select, lapses {You did not answer the last offers, so for now we make no more.} unanswered {You did not tell us whether you still need it, so for now we offer you no seats.} other {The days you gave are over, so there is no seat we could offer you.}}',
    asleepUntil: 'Your place on the list is kept until {until}. After that the request is closed.',
    daysAction: 'Change the days',
    endedSubject: 'You are no longer on the waiting list: {service}',
    endedHeading: 'Your request is closed',
    endedText:
      'You did not tell us any more whether you need it, so you are no longer on the waiting list. If you still need it you can join again whenever you like, from the end of the list.',
    bookedHeading: 'You have an appointment already',
    bookedText:
      'You have booked this service, so you are no longer on the waiting list. Your appointment does not change.',
    removedHeading: 'The office has taken you off the waiting list',
    removedText: 'This is why, in the office’s words:',
    linkIsPersonal: 'The links in this e-mail are personal: do not forward it.',
    leave: 'Leave the waiting list',
  },
});
