import { defineTexts } from '#platform/texts.ts';

export const letterTexts = defineTexts('notifications/letter', {
  it: {
    footer:
      'Messaggio automatico di Turno, il servizio di prenotazione degli uffici pubblici. Non rispondere a questo indirizzo.',
    footerNotYou: 'Non aspettavi questa e-mail? Puoi ignorarla.',
  },
  en: {
    footer:
      'Automatic message from Turno, the appointment service of public offices. Please do not reply to this address.',
    footerNotYou: 'You were not expecting this e-mail? You may ignore it.',
  },
});
