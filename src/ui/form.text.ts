import { defineTexts } from '#platform/texts.ts';

export const formTexts = defineTexts('ui/form', {
  it: {
    summaryTitle: '{count, plural, one {C’è una cosa da correggere} other {Ci sono # cose da correggere}}',
    errorPrefix: 'Errore:',
    optional: 'facoltativo',
    choose: 'Scegli…',
    dateHint: 'Giorno, mese e anno: per esempio 31/12/1980',
    showPassword: 'Mostra la password',
    atMost: 'Al massimo {max, number} caratteri.',
    charactersLeft: '% caratteri rimasti',
    charactersOver: '% caratteri di troppo',
    search: 'Cerca',
    suggestions: 'Proposte: %. Sceglile con le frecce.',
    shortcut: 'Vai alla ricerca con il tasto /',
    busy: 'Un momento…',
  },
  en: {
    summaryTitle: '{count, plural, one {There is one thing to correct} other {There are # things to correct}}',
    errorPrefix: 'Error:',
    optional: 'optional',
    choose: 'Choose…',
    dateHint: 'Day, month and year: for example 31/12/1980',
    showPassword: 'Show the password',
    atMost: 'At most {max, number} characters.',
    charactersLeft: '% characters left',
    charactersOver: '% characters too many',
    search: 'Search',
    suggestions: 'Suggestions: %. Choose with the arrow keys.',
    shortcut: 'Go to the search with the / key',
    busy: 'One moment…',
  },
});
