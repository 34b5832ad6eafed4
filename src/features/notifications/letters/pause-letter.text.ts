import { defineTexts } from '#platform/texts.ts';

export const pauseLetterTexts = defineTexts('notifications/pause-letter', {
  it: {
    subject: 'Pausa nelle prenotazioni: {place}',
    heading:
      'Fino {until} non puoi fare nuove prenotazioni {scope, select, office {in questa sede} other {di questo servizio}}',
    why: 'Perché',
    missed:
      'La sede ha segnato che non sei venuto, senza disdire, a {count, plural, one {questo appuntamento} other {questi # appuntamenti}}. La pausa segue dalla regola della sede, annunciata quando hai prenotato.',
    stays:
      'Gli appuntamenti che hai già restano validi, e puoi ancora confermarli, spostarli o annullarli. La pausa finisce da sola.',
    answer: 'Se c’è un errore, o un motivo serio, rispondi: una persona della sede legge e decide.',
    answerAction: 'Vedi la pausa e rispondi',
    contacts: 'Contatti della sede',
  },
  en: {
    subject: 'A pause in booking: {place}',
    heading:
      'Until {until} you cannot make new bookings {scope, select, office {at this office} other {for this service}}',
    why: 'Why',
    missed:
      'The office noted that you did not come, without cancelling, to {count, plural, one {this appointment} other {these # appointments}}. The pause follows from the office’s rule, announced when you booked.',
    stays:
      'The appointments you already have still stand, and you can still confirm, move or cancel them. The pause ends by itself.',
    answer: 'If it is a mistake, or there was a serious reason, answer: a person at the office reads it and decides.',
    answerAction: 'See the pause and answer',
    contacts: 'The office’s contacts',
  },
});
