import { defineTexts } from '#platform/texts.ts';

export const feedTexts = defineTexts('find-office/feed', {
  it: {
    title: 'Posti liberi: {service}, {city}',
    about:
      'Posti liberi e prossime aperture per {service} a {city}: {free, plural, =0 {nessun posto libero} one {un posto libero} other {# posti liberi}}. Le ore sono quelle della sede.',
    opens: 'Si {seats, plural, one {apre un posto} other {aprono # posti}} {at}',
    opensBetween: 'Si {seats, plural, one {apre un posto} other {aprono # posti}} tra {from} e {to}',
    ofDay: 'Appuntamenti di {day}.',
    ofDays: 'Appuntamenti da {from} a {to}.',
    drawn: 'L’ordine è sorteggiato tra chi si iscrive fino a {closes}.',
    free: '{free, plural, one {Un posto libero} other {# posti liberi}}: {day}',
    freeAbout: 'Chi prima prenota lo ha; se nel frattempo è preso, la pagina dice gli altri.',
    room: 'C’è una sala d’attesa',
    roomDraw: 'C’è un sorteggio',
    roomAbout:
      'Ci si iscrive da {joins}; chi è iscritto a {closes} ha lo stesso peso, in qualunque momento sia arrivato. I posti si aprono {opens}.',
    moment: '{day} alle {time}',
    follow: 'Segui posti liberi e aperture',
    followAbout: 'Aggiornati al secondo, senza account: non serve ricaricare questa pagina.',
    rss: 'Feed RSS',
    json: 'Dati JSON',
  },
  en: {
    title: 'Free seats: {service}, {city}',
    about:
      'Free seats and next releases for {service} in {city}: {free, plural, =0 {no free seat} one {one free seat} other {# free seats}}. Times are those of the office.',
    opens: '{seats, plural, one {One seat opens} other {# seats open}} {at}',
    opensBetween: '{seats, plural, one {One seat opens} other {# seats open}} between {from} and {to}',
    ofDay: 'Appointments of {day}.',
    ofDays: 'Appointments from {from} to {to}.',
    drawn: 'The order is drawn among those who join until {closes}.',
    free: '{free, plural, one {One free seat} other {# free seats}}: {day}',
    freeAbout: 'Whoever books first has it; if it is taken meanwhile, the page tells the others.',
    room: 'There is a waiting room',
    roomDraw: 'There is a draw',
    roomAbout:
      'People join from {joins}; all who have joined by {closes} have the same weight, whenever they came. Seats open {opens}.',
    moment: '{day} at {time}',
    follow: 'Follow free seats and releases',
    followAbout: 'Up to date to the second, without an account: there is no need to reload this page.',
    rss: 'RSS feed',
    json: 'JSON data',
  },
});
