import { defineTexts } from '#platform/texts.ts';

export const tryEmailTexts = defineTexts('identity/try-email', {
  it: {
    title: 'Proviamo la tua e-mail',
    lead: 'Quando arriva l’e-mail che abbiamo spedito a {address}, scrivi qui le sei cifre che contiene.',
    code: 'Codice',
    codeHint: 'Sei cifre. Se non arriva in qualche minuto, guarda tra la posta indesiderata.',
    check: 'Controlla il codice',
    checking: 'Controllo…',
    again: 'Manda un’altra prova',
    change: 'Usa un altro indirizzo',
    tooSoon: 'Ti abbiamo scritto meno di un minuto fa: aspetta che arrivi.',
    tooMany: 'Per oggi ti abbiamo scritto già molte volte: riprova domani, oppure usa un altro indirizzo.',
  },
  en: {
    title: 'Let’s try your e-mail',
    lead: 'When the e-mail that we sent to {address} arrives, type here the six digits it holds.',
    code: 'Code',
    codeHint: 'Six digits. If it does not come in a few minutes, look among the unwanted mail.',
    check: 'Check the code',
    checking: 'Checking…',
    again: 'Send another test',
    change: 'Use another address',
    tooSoon: 'We wrote to you less than a minute ago: wait until it arrives.',
    tooMany: 'We have written to you many times today: try again tomorrow, or use another address.',
  },
});
