import { defineTexts } from '#platform/texts.ts';

export const chargeTexts = defineTexts('booking/charge', {
  it: {
    title: 'La sede ha preso in carico la tua richiesta',
    by: 'Se ne occupa {name}, {office}.',
    byOffice: 'Se ne occupa {office}.',
    rules: 'L’appuntamento resta valido. Per annullarlo o spostarlo adesso devi chiedere alla sede, qui sotto.',
  },
  en: {
    title: 'The office has taken your request in charge',
    by: '{name}, {office}, takes care of it.',
    byOffice: '{office} takes care of it.',
    rules: 'The appointment still stands. To cancel or move it you now have to ask the office, below.',
  },
});
