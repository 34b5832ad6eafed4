import { defineTexts } from '#platform/texts.ts';

export const moveLetterTexts = defineTexts('notifications/move-letters', {
  it: {
    offeredSubject: 'Nuovo posto offerto: {service}, {day} alle {time}',
    offeredHeading: 'La sede ti offre un altro posto',
    offeredWhy:
      '{cause, select, office {La sede ti propone un nuovo orario per il tuo appuntamento.} other {La sede ha cambiato i suoi orari e non può riceverti in quello che avevi. Ti ha già trovato un altro posto.}}',
    closedFor: 'Motivo: {reason}.',
    newSeat: 'Nuovo posto',
    oldSeat: 'Posto di adesso',
    offeredUntil: 'Teniamo il nuovo posto per te fino alle {time} di {day}.',
    offeredChoices:
      'Nella pagina puoi accettarlo, scegliere un altro orario o rifiutare. Fino ad allora quello che hai resta tuo.',
    offeredAction: 'Rispondi all’offerta',
    otherAction: 'Scegli un altro orario',
    noSeatSubject: 'La sede non può riceverti: {service}, {day} alle {time}',
    noSeatHeading: 'La sede non può riceverti in questo orario',
    noSeatText:
      'La sede ha cambiato i suoi orari. Abbiamo cercato un altro posto per te, ma adesso non ce n’è uno libero. La tua prenotazione non è annullata: la sede ti scrive. Se vuoi, guarda tu se si libera un altro giorno.',
    expiredSubject: 'Offerta scaduta: {service}, {day} alle {time}',
    expiredHeading: 'Il posto che la sede ti offriva non è più tenuto per te',
    expiredText:
      'Non abbiamo ricevuto la tua risposta in tempo. La tua prenotazione non è annullata, ma in quell’orario la sede potrebbe non poterti ricevere: scegli un altro orario o scrivi alla sede.',
    withdrawnSubject: 'L’appuntamento resta com’era: {service}, {day} alle {time}',
    withdrawnHeading: 'Il tuo appuntamento resta com’era',
    withdrawnText:
      'La sede è di nuovo aperta nel tuo orario e ti riceve: {when}. Il nuovo posto che ti aveva offerto non serve più. Non devi fare nulla; se non puoi più venire, sposta o annulla l’appuntamento.',
    answerSubject: 'Risposta della sede: {service}, {day} alle {time}',
    answerHeading: 'La sede ha risposto alla tua richiesta',
    answerText: 'Ecco che cosa scrive la sede:',
    manageAction: 'Vedi l’appuntamento',
  },
  en: {
    offeredSubject: 'New seat offered: {service}, {day} at {time}',
    offeredHeading: 'The office offers you another seat',
    offeredWhy:
      '{cause, select, office {The office suggests a new time for your appointment.} other {The office has changed its hours and cannot receive you at the time you had. It has already found another seat for you.}}',
    closedFor: 'Reason: {reason}.',
    newSeat: 'New seat',
    oldSeat: 'Seat you have now',
    offeredUntil: 'We keep the new seat for you until {time} on {day}.',
    offeredChoices:
      'On the page you can accept it, choose another time or decline. Until then the one you have stays yours.',
    offeredAction: 'Answer the offer',
    otherAction: 'Choose another time',
    noSeatSubject: 'The office cannot receive you: {service}, {day} at {time}',
    noSeatHeading: 'The office cannot receive you at this time',
    noSeatText:
      'The office has changed its hours. We looked for another seat for you, but none is free now. Your booking is not cancelled: the office writes to you. If you like, see for yourself whether another day becomes free.',
    expiredSubject: 'Offer over: {service}, {day} at {time}',
    expiredHeading: 'The seat the office offered is no longer kept for you',
    expiredText:
      'We did not receive your answer in time. Your booking is not cancelled, but the office may not be able to receive you at that time: choose another time or write to the office.',
    withdrawnSubject: 'Your appointment stays as it was: {service}, {day} at {time}',
    withdrawnHeading: 'Your appointment stays as it was',
    withdrawnText:
      'The office is open again at your time and receives you: {when}. The new seat it had offered you is not needed any more. There is nothing to do; if you can no longer come, move or cancel the appointment.',
    answerSubject: 'The office’s answer: {service}, {day} at {time}',
    answerHeading: 'The office has answered your request',
    answerText: 'This is what the office writes:',
    manageAction: 'See the appointment',
  },
});
