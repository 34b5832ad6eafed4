import { defineTexts } from '#platform/texts.ts';

export const historyTexts = defineTexts('booking/history', {
  it: {
    created: '{actor, select, office {La sede ha prenotato per te} other {Hai prenotato}}',
    confirmed: '{actor, select, office {La sede ha confermato} other {Hai confermato}}',
    moved: '{actor, select, office {La sede ha spostato l’appuntamento} other {Hai spostato l’appuntamento}}',
    cancelled:
      '{actor, select, office {La sede ha annullato} citizen {Hai annullato} other {Annullato perché non confermato}}',
    'taken-in-charge': 'La sede ha preso in carico la richiesta',
    'given-back': 'La sede ha finito di lavorare alla richiesta: puoi di nuovo fare da solo',
    'checked-in': 'La sede ha segnato il tuo arrivo',
    served: 'La sede ha segnato l’appuntamento come fatto',
    'no-show': 'La sede ha segnato che non c’eri',
    'mark-undone': 'La sede ha corretto l’ultima annotazione',
    'move-offered': 'La sede ti ha offerto un altro posto',
    'offer-declined': 'Hai rifiutato il posto offerto',
    'offer-expired': 'Il posto offerto non è più tenuto per te',
    'no-seat-found': 'La sede non può riceverti in questo orario e non c’era un altro posto libero',
    'office-asked': 'Hai scritto alla sede',
    'request-answered': 'La sede ti ha risposto',
    kept: 'La sede ha detto che l’appuntamento resta com’è',
  },
  en: {
    created: '{actor, select, office {The office booked for you} other {You booked}}',
    confirmed: '{actor, select, office {The office confirmed} other {You confirmed}}',
    moved: '{actor, select, office {The office moved the appointment} other {You moved the appointment}}',
    cancelled:
      '{actor, select, office {The office cancelled} citizen {You cancelled} other {Cancelled because it was not confirmed}}',
    'taken-in-charge': 'The office took the request in charge',
    'given-back': 'The office finished working on the request: you can act alone again',
    'checked-in': 'The office noted your arrival',
    served: 'The office noted that the appointment took place',
    'no-show': 'The office noted that you were not there',
    'mark-undone': 'The office corrected its last note',
    'move-offered': 'The office offered you another seat',
    'offer-declined': 'You declined the seat offered',
    'offer-expired': 'The seat offered is no longer kept for you',
    'no-seat-found': 'The office cannot receive you at this time and no other seat was free',
    'office-asked': 'You wrote to the office',
    'request-answered': 'The office answered you',
    kept: 'The office said that the appointment stays as it is',
  },
});
