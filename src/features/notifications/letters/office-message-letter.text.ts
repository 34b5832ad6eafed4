import { defineTexts } from '#platform/texts.ts';

export const officeMessageTexts = defineTexts('notifications/office-message-letter', {
  it: {
    intro: 'Un messaggio di {office} sul tuo appuntamento:',
    manageAction: 'Vedi l’appuntamento',
  },
  en: {
    intro: 'A message from {office} about your appointment:',
    manageAction: 'See the appointment',
  },
});
