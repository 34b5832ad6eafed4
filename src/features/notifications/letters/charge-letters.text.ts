import { defineTexts } from '#platform/texts.ts';

export const chargeLetterTexts = defineTexts('notifications/charge-letters', {
  it: {
    takenSubject: 'Presa in carico: {service}, {day} alle {time}',
    takenHeading: 'La sede ha preso in carico la tua prenotazione',
    who: '{office} ha cominciato a lavorare alla tua richiesta. Se ne occupa {by}.',
    whoOffice: '{office} ha cominciato a lavorare alla tua richiesta.',
    why: 'Che cosa ti scrive la sede',
    rules:
      'L’appuntamento resta valido. Da ora, però, non puoi annullarlo o spostarlo da solo: se ti serve, chiedilo alla sede.',
    ask: 'Chiedi alla sede',
    givenSubject: 'Puoi di nuovo decidere tu: {service}, {day} alle {time}',
    givenHeading: 'La sede ha finito di lavorare alla tua prenotazione',
    given: 'L’appuntamento resta valido. Puoi di nuovo annullarlo o spostarlo da solo, entro i termini di sempre.',
    see: 'Vedi l’appuntamento',
  },
  en: {
    takenSubject: 'Taken in charge: {service}, {day} at {time}',
    takenHeading: 'The office has taken your booking in charge',
    who: '{office} has begun to work on your request. {by} takes care of it.',
    whoOffice: '{office} has begun to work on your request.',
    why: 'What the office writes to you',
    rules:
      'The appointment still stands. From now on, though, you cannot cancel or move it by yourself: if you need to, ask the office.',
    ask: 'Ask the office',
    givenSubject: 'You decide again: {service}, {day} at {time}',
    givenHeading: 'The office has finished working on your booking',
    given: 'The appointment still stands. You can cancel or move it by yourself again, within the usual terms.',
    see: 'See the appointment',
  },
});
