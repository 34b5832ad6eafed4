import { defineTexts } from '#platform/texts.ts';

export const officeChangedTexts = defineTexts('notifications/office-changed', {
  it: {
    subjectFirst: 'La tua sede: {to}',
    subjectChange: 'La tua sede è cambiata: {to}',
    headingFirst: 'Hai scelto la tua sede',
    headingChange: 'La tua sede è cambiata',
    first: 'Dal {day} la tua sede è {to}.',
    change: 'Dal {day} la tua sede è {to}. Prima era {from}.',
    bookings: 'Gli appuntamenti che hai già restano come sono, nella sede dove li hai presi.',
    services: 'Da adesso puoi prenotare a {to} anche i servizi che sono solo per chi segue.',
    action: 'Vai alla tua sede',
    notYou: 'Se non sei stato tu, cambia la password e rimetti la tua sede dal profilo:',
    profile: 'Il mio profilo',
  },
  en: {
    subjectFirst: 'Your office: {to}',
    subjectChange: 'Your office has changed: {to}',
    headingFirst: 'You have chosen your office',
    headingChange: 'Your office has changed',
    first: 'Since {day} your office is {to}.',
    change: 'Since {day} your office is {to}. It was {from} before.',
    bookings: 'The appointments you already have stay as they are, at the office where you booked them.',
    services: 'From now on you can book at {to} also the services that are only for people it serves.',
    action: 'Go to your office',
    notYou: 'If it was not you, change the password and put your office right from the profile:',
    profile: 'My profile',
  },
});
