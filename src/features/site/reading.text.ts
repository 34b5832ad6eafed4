import { defineTexts } from '#platform/texts.ts';

export const readingTexts = defineTexts('site/reading', {
  it: { home: 'Prenota', contents: 'In questa pagina' },
  en: { home: 'Book', contents: 'On this page' },
});
