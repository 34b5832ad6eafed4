import { defineTexts } from '#platform/texts.ts';

export const fileTexts = defineTexts('reports/file', {
  it: { howCounted: 'Come si conta' },
  en: { howCounted: 'How it is counted' },
});
