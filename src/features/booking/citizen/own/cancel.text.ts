import { defineTexts } from '#platform/texts.ts';

export const cancelTexts = defineTexts('booking/cancel', {
  it: {
    title: 'Vuoi annullare l’appuntamento?',
    what: 'Il posto torna subito libero per altre persone e non si può riprendere. Per venire un altro giorno dovrai prenotare di nuovo: se vuoi solo un altro giorno, cambialo.',
    move: 'Cambia giorno o ora',
    yes: 'Sì, annulla',
    busy: 'Annullo…',
    no: 'No, torna indietro',
    stale: 'La pagina era aperta da troppo tempo e non è cambiato nulla. Premi di nuovo il pulsante.',
    people: 'Chi viene',
    service: 'Servizio',
    office: 'Sede',
  },
  en: {
    title: 'Do you want to cancel the appointment?',
    what: 'The seat is free for others at once and cannot be taken back. To come on another day you will have to book again: if you only want another day, change it.',
    move: 'Change day or time',
    yes: 'Yes, cancel',
    busy: 'Cancelling…',
    no: 'No, go back',
    stale: 'The page had been open for too long and nothing has changed. Press the button again.',
    people: 'Who comes',
    service: 'Service',
    office: 'Office',
  },
});
