import { defineTexts } from '../../texts.ts';

export const overloadTexts = defineTexts('platform/overload', {
  it: {
    title: 'Il sito è molto affollato',
    again:
      'In questo momento le richieste sono più di quelle che possiamo servire. La pagina riprova da sola tra {seconds, plural, one {# secondo} other {# secondi}}: non serve ricaricarla.',
    sendAgain:
      'In questo momento le richieste sono più di quelle che possiamo servire. Torna alla pagina di prima e invia di nuovo tra {seconds, plural, one {# secondo} other {# secondi}}.',
    kept: 'Non hai perso nulla: appuntamenti, posti tenuti e posti in fila restano tuoi.',
    now: 'Riprova ora',
  },
  en: {
    title: 'The site is very busy',
    again:
      'There are more requests at this moment than we can serve. The page tries again by itself in {seconds, plural, one {# second} other {# seconds}}: there is no need to reload it.',
    sendAgain:
      'There are more requests at this moment than we can serve. Go back to the page before and send again in {seconds, plural, one {# second} other {# seconds}}.',
    kept: 'You have lost nothing: appointments, held seats and places in line are still yours.',
    now: 'Try again now',
  },
});
