import { defineTexts } from '#platform/texts.ts';

/** The last paragraph of each entry of the catalogue. */
export const catalogueSourceTexts = defineTexts('offices/catalogue-sources', {
  it: { sources: 'Norme di riferimento: {laws} Testo controllato il {day}.' },
  en: { sources: 'Legal basis: {laws} Text checked on {day}.' },
});
