import { defineTexts } from '#platform/texts.ts';

export const idleNoticeTexts = defineTexts('ui/idle-notice', {
  it: {
    soon: 'Fra un minuto l’accesso si chiude: da un po’ non c’è un clic. Quello che stai scrivendo lo ritrovi.',
    stay: 'Resto qui',
  },
  en: {
    soon: 'In a minute you are logged out: there has been no click for a while. What you are writing you find again.',
    stay: 'I am here',
  },
});
