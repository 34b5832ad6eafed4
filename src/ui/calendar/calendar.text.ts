import { defineTexts } from '#platform/texts.ts';

export const calendarTexts = defineTexts('ui/calendar', {
  it: {
    dayLabel:
      '{day}, {free, plural, one {un posto libero} other {# posti liberi}}{today, select, yes {, oggi} other {}}',
    today: 'oggi',
    todayIs: '{day}, oggi, nessun posto libero',
    caption: '{month}: {days, plural, one {un giorno con posti liberi} other {# giorni con posti liberi}}',
    noSeats: '{month}: nessun posto libero',
    legend: 'I giorni con la spunta hanno posti liberi: il numero dice quanti.',
    firstDates: 'Prime date libere',
    seats: '{free, plural, one {un posto} other {# posti}}',
    from: 'dalle {time}',
    morning: 'Mattina',
    afternoon: 'Pomeriggio',
    clock: 'Gli orari sono quelli di {city}.',
    previous: 'Mesi precedenti',
    next: 'Mesi successivi',
  },
  en: {
    dayLabel: '{day}, {free, plural, one {one free seat} other {# free seats}}{today, select, yes {, today} other {}}',
    today: 'today',
    todayIs: '{day}, today, no free seats',
    caption: '{month}: {days, plural, one {one day with free seats} other {# days with free seats}}',
    noSeats: '{month}: no free seats',
    legend: 'Days with a tick have free seats: the number says how many.',
    firstDates: 'First free dates',
    seats: '{free, plural, one {one seat} other {# seats}}',
    from: 'from {time}',
    morning: 'Morning',
    afternoon: 'Afternoon',
    clock: 'Times are those of {city}.',
    previous: 'Earlier months',
    next: 'Later months',
  },
});
