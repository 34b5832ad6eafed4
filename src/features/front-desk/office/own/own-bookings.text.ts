import { defineTexts } from '#platform/texts.ts';

export const ownBookingsTexts = defineTexts('front-desk/own-bookings', {
  it: {
    title: 'Prenotazioni fatte da te',
    lead: 'Quelle che hai preso tu per i cittadini in questa sede: vedi solo queste.',
    who: 'Per chi',
    day: 'Quando',
    service: 'Servizio',
    code: 'Codice',
    status: 'Stato',
    receipt: 'Ricevuta',
    receiptOf: 'Ricevuta della prenotazione {code}',
    none: 'Non ne hai ancora fatte',
    noneWhy: 'Qui trovi quelle dei prossimi giorni e dell’ultimo mese.',
    book: 'Prenota per un cittadino',
  },
  en: {
    title: 'Bookings you made',
    lead: 'Those you took for citizens at this office: you see only these.',
    who: 'For',
    day: 'When',
    service: 'Service',
    code: 'Code',
    status: 'Status',
    receipt: 'Receipt',
    receiptOf: 'Receipt of the booking {code}',
    none: 'You have made none yet',
    noneWhy: 'Here are those to come and those of the last month.',
    book: 'Book for a citizen',
  },
});
