import { defineTexts } from '#platform/texts.ts';

export const arrangementTexts = defineTexts('booking/arrangement', {
  it: {
    bookedBy: 'Prenotato per te da {name}, per {office}.',
    bookedByOffice: 'Prenotato per te da {office}.',
    proofAge:
      'Il posto è tenuto per chi ha una certa età: porta con te un documento con la data di nascita, allo sportello lo controllano.',
    proofOther:
      'Il posto è tenuto per chi ha una priorità: porta con te quello che la dimostra (verbale, contrassegno, certificato, biglietto), allo sportello lo controllano.',
  },
  en: {
    bookedBy: 'Booked for you by {name}, for {office}.',
    bookedByOffice: 'Booked for you by {office}.',
    proofAge:
      'The seat is kept for people of a certain age: bring a document with your date of birth, it is checked at the desk.',
    proofOther:
      'The seat is kept for people with priority: bring what proves yours (certificate, badge, ticket), it is checked at the desk.',
  },
});
