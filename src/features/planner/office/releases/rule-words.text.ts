import { defineTexts } from '#platform/texts.ts';

export const ruleWordsTexts = defineTexts('planner/office/release-rule-words', {
  it: {
    rolling:
      '{days} alle {time} {clock} si apre tutto fino a {horizon, plural, one {# giorno} other {# giorni}} prima.',
    rollingEvery:
      'Ogni giorno alle {time} {clock} si apre un giorno in più, fino a {horizon, plural, one {# giorno} other {# giorni}} prima.',
    weekly: '{moments}, {clock}, si apre tutto fino a {horizon, plural, one {# giorno} other {# giorni}} prima.',
    moment: '{day} alle {time}',
    monthly: '{on} alle {time} {clock} si apre tutto fino a {horizon, plural, one {# giorno} other {# giorni}} prima.',
    monthlyMonths:
      '{on} alle {time} {clock} si apre {months, plural, =0 {il resto del mese} one {fino alla fine del mese dopo} other {fino alla fine del #º mese dopo}}.',
    onDay: 'Il giorno {day} di ogni mese',
    onWeekday:
      '{nth, select, n1 {Il primo} n2 {Il secondo} n3 {Il terzo} n4 {Il quarto} other {L’ultimo}} {day} del mese',
    drip: '{days}, dalle {from} alle {until} {clock}, si aprono {seats, plural, one {# posto} other {circa # posti}} ogni {minutes, plural, one {minuto} other {# minuti}}, finché i posti del giorno nuovo non sono tutti aperti; un giorno entra in gioco {horizon, plural, one {# giorno} other {# giorni}} prima.',
    byHand: 'Niente si apre da solo: i posti li apri tu, adesso o programmandoli.',
    spread:
      'Il momento esatto è sorteggiato ogni volta, entro {minutes, plural, one {# minuto} other {# minuti}} da quell’ora; nessuno lo conosce prima.',
    office: 'di {city}',
    rome: 'di Roma',
    everyDay: 'Ogni giorno',
    everyOf: 'Ogni {days}',
    and: '{some} e {last}',
    atOnce: 'Un posto che torna libero si può prenotare subito.',
    random: 'Un posto che torna libero riappare dopo un tempo sorteggiato, fra {min} e {max} minuti.',
  },
  en: {
    rolling: '{days} at {time} {clock}, everything up to {horizon, plural, one {# day} other {# days}} ahead opens.',
    rollingEvery:
      'Every day at {time} {clock}, one more day opens, up to {horizon, plural, one {# day} other {# days}} ahead.',
    weekly: '{moments}, {clock}, everything up to {horizon, plural, one {# day} other {# days}} ahead opens.',
    moment: '{day} at {time}',
    monthly: '{on} at {time} {clock}, everything up to {horizon, plural, one {# day} other {# days}} ahead opens.',
    monthlyMonths:
      '{on} at {time} {clock}, {months, plural, =0 {the rest of the month opens} one {everything up to the end of the next month opens} other {everything up to the end of the #th month after opens}}.',
    onDay: 'On day {day} of every month',
    onWeekday: 'On the {nth, select, n1 {first} n2 {second} n3 {third} n4 {fourth} other {last}} {day} of the month',
    drip: '{days}, from {from} to {until} {clock}, {seats, plural, one {# seat opens} other {about # seats open}} every {minutes, plural, one {minute} other {# minutes}}, until all seats of the new day are open; a day comes in {horizon, plural, one {# day} other {# days}} ahead.',
    byHand: 'Nothing opens by itself: you open the seats, now or by planning them.',
    spread:
      'The exact moment is drawn each time, within {minutes, plural, one {# minute} other {# minutes}} of that hour; nobody knows it before.',
    office: '{city} time',
    rome: 'Rome time',
    everyDay: 'Every day',
    everyOf: 'Every {days}',
    and: '{some} and {last}',
    atOnce: 'A seat that comes back can be booked at once.',
    random: 'A seat that comes back shows again after a time that is drawn, between {min} and {max} minutes.',
  },
});
