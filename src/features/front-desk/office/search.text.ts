import { defineTexts } from '#platform/texts.ts';

export const deskSearchTexts = defineTexts('front-desk/search', {
  it: {
    title: 'Cerca una prenotazione',
    tooShort: 'Scrivi almeno due lettere del cognome, il codice o il codice fiscale.',
    found: '{count, plural, one {Una prenotazione trovata} other {# prenotazioni trovate}}',
    foundMany: 'Le prime {count} prenotazioni: scrivi qualcosa di più preciso per trovare le altre',
    none: 'Nessuna prenotazione trovata',
    identify: 'Vuoi identificare una persona senza prenotazione? Cerca il suo account',
    noneWhy:
      'Controlla come è scritto il cognome, oppure cerca con il codice. Si vedono solo le prenotazioni di questa sede.',
    day: 'Giorno e ora',
    who: 'Persone',
    service: 'Servizio',
    code: 'Codice',
    status: 'Stato',
    actions: 'Che cosa fare',
    today: 'oggi, {time}',
  },
  en: {
    title: 'Find a booking',
    tooShort: 'Write at least two letters of the surname, the code or the codice fiscale.',
    found: '{count, plural, one {One booking found} other {# bookings found}}',
    foundMany: 'The first {count} bookings: write something more exact to find the others',
    none: 'No booking found',
    identify: 'To identify somebody without a booking, look for their account',
    noneWhy: 'Check how the surname is spelled, or search by code. Only bookings of this office are shown.',
    day: 'Day and time',
    who: 'People',
    service: 'Service',
    code: 'Code',
    status: 'State',
    actions: 'What to do',
    today: 'today, {time}',
  },
});
