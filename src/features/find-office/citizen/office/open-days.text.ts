import { defineTexts } from '#platform/texts.ts';

export const openDaysTexts = defineTexts('find-office/open-days', {
  it: {
    title: 'Giornate aperte',
    when: '{day}, dalle {starts} alle {ends}',
    open: 'I posti si prenotano già, insieme a quelli degli altri giorni.',
    opens: 'I posti si aprono {day} alle {time}.',
    later: 'I posti non sono ancora aperti.',
    book: 'Prenota: {service}',
  },
  en: {
    title: 'Open days',
    when: '{day}, from {starts} to {ends}',
    open: 'Its seats can be booked already, together with those of the other days.',
    opens: 'Its seats open on {day} at {time}.',
    later: 'Its seats are not open yet.',
    book: 'Book: {service}',
  },
});
