import { defineTexts } from '#platform/texts.ts';

export const invitationLetterTexts = defineTexts('notifications/invitation-letter', {
  it: {
    subject: 'Invito a prenotare: {service}',
    heading: 'Puoi prenotare: {service}',
    intro: '{office} ti invita a prenotare un appuntamento. Questo è il tuo codice, vale per una prenotazione:',
    introNamed:
      '{person}, {office} ti invita a prenotare un appuntamento. Questo è il tuo codice, vale per una prenotazione:',
    action: 'Scegli giorno e ora',
    until: 'Il codice vale fino al {day} compreso.',
    note: 'Dalla sede: {note}',
  },
  en: {
    subject: 'Invitation to book: {service}',
    heading: 'You can book: {service}',
    intro: '{office} invites you to book an appointment. This is your code, for one booking:',
    introNamed: '{person}, {office} invites you to book an appointment. This is your code, for one booking:',
    action: 'Choose day and time',
    until: 'The code is valid until {day} included.',
    note: 'From the office: {note}',
  },
});
