import { defineTexts } from '#platform/texts.ts';

export const photoLetterTexts = defineTexts('notifications/photo-letters', {
  it: {
    askedSubject: 'Serve un’altra foto: {service}, {day}',
    askedHeading: 'La sede ti chiede un’altra foto',
    askedHeadingOf: 'La sede ti chiede un’altra foto di {name}',
    askedText: 'Un addetto ha guardato la foto che hai mandato e ne chiede un’altra. Ecco perché:',
    askedTextOf: 'Un addetto ha guardato la foto di {name} e ne chiede un’altra. Ecco perché:',
    stands: 'L’appuntamento resta valido. Non devi prenotare di nuovo.',
    until: 'Puoi mandarla fino all’appuntamento: {when}.',
    send: 'Manda un’altra foto',
    logIn: 'Per mandarla serve l’accesso con il tuo account. Prima di usarla la controlliamo e te la mostriamo.',
    bring: 'Porta un’altra foto all’appuntamento: la carica l’ufficio. Se hai dubbi, scrivi o chiama la sede.',
    withdrawnSubject: 'La foto non va rifatta: {service}, {day}',
    withdrawnHeading: 'Non serve un’altra foto',
    withdrawnText:
      'Ti avevamo scritto che la sede chiedeva un’altra foto. La sede ha ripreso la richiesta: la foto che hai mandato resta, e non devi fare nulla.',
    withdrawnNone:
      'Ti avevamo scritto che la sede chiedeva un’altra foto. La sede ha ripreso la richiesta. Sul sito ora non c’è nessuna foto: mandala dalla pagina dell’appuntamento se puoi ancora, o portala all’appuntamento.',
    see: 'Vedi l’appuntamento',
  },
  en: {
    askedSubject: 'Another photo is needed: {service}, {day}',
    askedHeading: 'The office asks you for another photo',
    askedHeadingOf: 'The office asks you for another photo of {name}',
    askedText: 'Somebody at the office has looked at the photo that you sent and asks for another one. This is why:',
    askedTextOf: 'Somebody at the office has looked at the photo of {name} and asks for another one. This is why:',
    stands: 'The appointment stands. You do not have to book again.',
    until: 'You can send it until the appointment: {when}.',
    send: 'Send another photo',
    logIn: 'To send it you log in with your account. We check it and show it to you before it is used.',
    bring:
      'Bring another photo to the appointment: the office will add it. If in doubt, write to the office or call it.',
    withdrawnSubject: 'No other photo is needed: {service}, {day}',
    withdrawnHeading: 'No other photo is needed',
    withdrawnText:
      'We wrote to you that the office asked for another photo. The office has taken the request back: the photo that you sent stays, and there is nothing to do.',
    withdrawnNone:
      'We wrote to you that the office asked for another photo. The office has taken the request back. There is no photo on the site now: send it from the page of the appointment if you still can, or bring it to the appointment.',
    see: 'See the appointment',
  },
});
