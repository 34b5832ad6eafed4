import { defineTexts } from '#platform/texts.ts';

export const completionLetterTexts = defineTexts('notifications/completion-letter', {
  it: {
    subject: 'Manca ancora qualcosa: {service}, {day}',
    heading: 'Per il tuo appuntamento manca ancora qualcosa',
    title: 'Che cosa manca',
    stands: 'L’appuntamento resta valido comunque. Mandarlo prima fa risparmiare tempo allo sportello.',
    complete: 'Completa la prenotazione',
    logIn: 'Per vedere e cambiare questi dati serve l’accesso con il tuo account.',
  },
  en: {
    subject: 'Something is still missing: {service}, {day}',
    heading: 'Something is still missing for your appointment',
    title: 'What is missing',
    stands: 'The appointment stands in any case. Sending it before saves time at the desk.',
    complete: 'Complete the booking',
    logIn: 'To see and change these data you log in with your account.',
  },
});
