import { defineTexts } from '#platform/texts.ts';

export const dayOffersTexts = defineTexts('planner/office/day-offers', {
  it: {
    title: 'Nuovi posti per gli appuntamenti di questo giorno',
    offered: '{count, plural, one {Uno aspetta una risposta} other {# aspettano una risposta}}',
    accepted: '{count, plural, one {Uno accettato} other {# accettati}}',
    declined: '{count, plural, one {Uno rifiutato} other {# rifiutati}}',
    expired: '{count, plural, one {Uno senza risposta in tempo} other {# senza risposta in tempo}}',
    'no-seat': '{count, plural, one {Per uno non c’era un altro posto} other {Per # non c’era un altro posto}}',
    toDo: 'Segui le risposte in «Da fare»',
  },
  en: {
    title: 'New seats for the appointments of this day',
    offered: '{count, plural, one {One is waiting for an answer} other {# are waiting for an answer}}',
    accepted: '{count, plural, one {One accepted} other {# accepted}}',
    declined: '{count, plural, one {One declined} other {# declined}}',
    expired: '{count, plural, one {One not answered in time} other {# not answered in time}}',
    'no-seat': '{count, plural, one {No other seat was found for one} other {No other seat was found for #}}',
    toDo: 'Follow the answers in “To do”',
  },
});
