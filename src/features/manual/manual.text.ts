import { defineTexts } from '#platform/texts.ts';

export const manualTexts = defineTexts('manual/manual', {
  it: {
    home: 'Inizio',
    help: 'Aiuto',
    contents: 'In questa pagina',
    print: 'Scarica il PDF',
    citizen: 'Manuale del cittadino',
    operator: 'Manuale dell’operatore',
    faq: 'Domande frequenti',
    others: 'Leggi anche',
    inOther: 'Questa pagina è scritta in: {language}.',
    foot: 'Pagina {page} di {pages}',
    edition: 'Edizione del {day}. La versione più recente è sul sito.',
  },
  en: {
    home: 'Home',
    help: 'Help',
    contents: 'On this page',
    print: 'Download the PDF',
    citizen: 'Citizen’s manual',
    operator: 'Operator’s manual',
    faq: 'Frequently asked questions',
    others: 'Read also',
    inOther: 'This page is written in: {language}.',
    foot: 'Page {page} of {pages}',
    edition: 'Edition of {day}. The latest is on the site.',
  },
});
