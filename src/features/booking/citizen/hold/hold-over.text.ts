import { defineTexts } from '#platform/texts.ts';

export const holdOverTexts = defineTexts('booking/hold-over', {
  it: {
    expiredTitle: 'Il tempo per questo posto è finito',
    expiredLead: 'Il posto di {day} alle {time} è tornato libero.',
    leftTitle: 'Non trattieni più questo posto',
    leftLead: 'Hai lasciato il posto di {day} alle {time}, oppure ne hai scelto un altro.',
    kept: 'Quello che hai scritto è conservato: scegli un orario e continui da lì.',
    near: 'Orari liberi più vicini',
    none: 'In questo momento non ci sono altri posti liberi per questo servizio.',
    current: 'Vai al posto che trattieni ora',
    allTimes: 'Vedi tutti i giorni liberi',
    bookings: 'I miei appuntamenti',
  },
  en: {
    expiredTitle: 'The time for this seat is over',
    expiredLead: 'The seat on {day} at {time} is free again.',
    leftTitle: 'You no longer hold this seat',
    leftLead: 'You gave up the seat on {day} at {time}, or chose another one.',
    kept: 'What you wrote has been kept: choose a time and go on from there.',
    near: 'Nearest free times',
    none: 'There are no other free seats for this service at the moment.',
    current: 'Go to the seat you hold now',
    allTimes: 'See all free days',
    bookings: 'My appointments',
  },
});
