import { defineTexts } from '#platform/texts.ts';

export const visitChoicesTexts = defineTexts('find-office/visit-choices', {
  it: {
    yourCase: 'Il tuo caso: scegli e leggi solo i documenti che servono a te',
    notSaid: 'Non lo dico',
    showMine: 'Mostra il mio elenco',
    listForCase: 'L’elenco è per quello che hai scelto. Quando prenoti lo trovi anche sulla ricevuta.',
  },
  en: {
    yourCase: 'Your case: choose, and read only the documents you need',
    notSaid: 'I do not say',
    showMine: 'Show my list',
    listForCase: 'The list is for what you chose. When you book you find it on the receipt too.',
  },
});
