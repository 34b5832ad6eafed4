import { defineTexts } from '#platform/texts.ts';

export const offerTexts = defineTexts('booking/offer', {
  it: {
    title: 'La sede ti offre un altro posto',
    why: '{cause, select, office {La sede ti propone un nuovo orario.} other {La sede ha cambiato i suoi orari e in quello di prima non può riceverti.}}',
    reason: 'Motivo: {reason}.',
    new: 'Nuovo posto',
    old: 'Posto di adesso',
    until:
      'Teniamo il nuovo posto per te fino alle {time} di {day}. Se rifiuti, il tuo appuntamento per ora resta com’è.',
    accept: 'Accetta il nuovo posto',
    accepting: 'Sposto…',
    other: 'Scegli un altro orario',
    decline: 'Rifiuta',
    declined: 'Hai rifiutato il posto che la sede ti offriva',
    declinedText:
      'Il tuo appuntamento per ora resta com’è: la sede ne vede la risposta e ti scrive. Puoi anche scegliere tu un altro orario.',
    expired: 'Il posto che la sede ti offriva non è più tenuto per te',
    expiredText:
      'Il tuo appuntamento per ora resta com’è, ma in quell’orario la sede potrebbe non poterti ricevere. Scegli un altro orario o scrivi alla sede.',
    noSeat: 'La sede non può riceverti in questo orario',
    noSeatText: 'Non abbiamo trovato un altro posto libero. La sede ti scrive; se vuoi, scegli tu un altro giorno.',
    gone: 'Quel posto non è più tenuto per te',
    goneText: 'Qui sotto vedi come sta adesso l’appuntamento.',
    badge: 'Nuovo posto offerto',
    answerBy: 'Rispondi entro le {time} di {day}.',
    see: 'Vedi l’offerta e rispondi',
  },
  en: {
    title: 'The office offers you another seat',
    why: '{cause, select, office {The office suggests a new time.} other {The office has changed its hours and cannot receive you at the earlier time.}}',
    reason: 'Reason: {reason}.',
    new: 'New seat',
    old: 'Seat you have now',
    until:
      'We keep the new seat for you until {time} on {day}. If you decline, your appointment stays as it is for now.',
    accept: 'Accept the new seat',
    accepting: 'Moving…',
    other: 'Choose another time',
    decline: 'Decline',
    declined: 'You declined the seat the office offered',
    declinedText:
      'For now your appointment stays as it is: the office sees your answer and writes to you. You can also choose another time yourself.',
    expired: 'The seat the office offered is no longer kept for you',
    expiredText:
      'For now your appointment stays as it is, but the office may not be able to receive you at that time. Choose another time or write to the office.',
    noSeat: 'The office cannot receive you at this time',
    noSeatText: 'We found no other free seat. The office writes to you; if you like, choose another day yourself.',
    gone: 'That seat is no longer kept for you',
    goneText: 'Below you see how the appointment stands now.',
    badge: 'New seat offered',
    answerBy: 'Answer by {time} on {day}.',
    see: 'See the offer and answer',
  },
});
