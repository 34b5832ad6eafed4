import { defineTexts } from '#platform/texts.ts';

export const chargeTexts = defineTexts('booking/charge', {
  it: {
    title: 'La sede ha preso in carico la tua richiesta',
    by: 'Se ne occupa {name}, {office}.',
    byOffice: 'Se ne occupa {office}.',
    rules:
      'L’appuntamento resta valido, ma da qui non puoi più annullarlo o spostarlo da solo. Se ti serve, chiedilo alla sede:',
    write: 'Scrivi alla sede',
  },
  en: {
    title: 'The office has taken your request in charge',
    by: '{name}, {office}, takes care of it.',
    byOffice: '{office} takes care of it.',
    rules:
      'The appointment still stands, but you can no longer cancel or move it from here by yourself. If you need to, ask the office:',
    write: 'Write to the office',
  },
});
