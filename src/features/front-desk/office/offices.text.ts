import { defineTexts } from '#platform/texts.ts';

export const deskOfficesTexts = defineTexts('front-desk/offices', {
  it: {
    title: 'Scegli la sede',
    lead: 'Lavori per più sedi: da quale vuoi cominciare?',
    leadAll: 'Puoi lavorare in tutte le sedi: cerca quella che ti serve.',
    search: 'Città, Paese o nome della sede',
    all: 'Tutte le mie sedi',
    today: '{count, plural, =0 {Oggi nessun appuntamento} one {Oggi # appuntamento} other {Oggi # appuntamenti}}',
    network: 'Amministra la rete',
    none: 'Nessuna sede trovata',
    noneWhy: 'Prova con il nome della città, o con il codice della sede.',
    noRoleTitle: 'Area riservata alle sedi',
    noRole:
      'Il tuo account non lavora per nessuna sede. Se invece lavori in una sede, chiedi al suo referente di aggiungerti.',
    bookings: 'I miei appuntamenti',
    home: 'Prenota un appuntamento',
  },
  en: {
    title: 'Choose the office',
    lead: 'You work for more than one office: which one first?',
    leadAll: 'You may work at every office: look for the one you need.',
    search: 'City, country or name of the office',
    all: 'All my offices',
    today: '{count, plural, =0 {No appointment today} one {# appointment today} other {# appointments today}}',
    network: 'Administer the network',
    none: 'No office found',
    noneWhy: 'Try the name of the city, or the code of the office.',
    noRoleTitle: 'For offices only',
    noRole: 'Your account works for no office. If you do work at one, ask its administrator to add you.',
    bookings: 'My appointments',
    home: 'Book an appointment',
  },
});
