import { defineTexts } from '#platform/texts.ts';

export const monthlyLetterTexts = defineTexts('notifications/monthly-letter', {
  it: {
    subject: '{office}: report di {month}',
    heading: 'Report di {month}',
    intro: 'Ecco il mese della sede {office}. I grafici e i numeri sono nel PDF allegato.',
    changes: 'Che cosa è cambiato',
    open: 'Apri i report della sede',
    why: 'Ricevi questo report perché lavori in questa sede.',
    stop: 'Non riceverlo più',
  },
  en: {
    subject: '{office}: report of {month}',
    heading: 'Report of {month}',
    intro: 'Here is the month of {office}. Charts and figures are in the attached PDF.',
    changes: 'What changed',
    open: 'Open the office’s reports',
    why: 'You get this report because you work at this office.',
    stop: 'Stop sending it to me',
  },
});
