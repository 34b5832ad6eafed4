import { defineTexts } from '#platform/texts.ts';

export const proofTexts = defineTexts('signals/proof', {
  it: {
    required: 'Serve una prova di lavoro',
    requiredHow:
      'Il servizio riceve molte più richieste del solito. Risolvi «challenge» e rimanda la richiesta con la soluzione nell’intestazione Proof.',
    title: 'Un momento',
    lead: 'Quello che hai inviato è conservato: non devi scrivere nulla di nuovo.',
    why: 'In questo momento il sito riceve molte più richieste del solito. Perché resti posto per le persone, prima di continuare il tuo browser fa da sé un breve calcolo: niente indovinelli, e nessun dato va ad altri.',
    working: 'Il calcolo è in corso: dura pochi secondi, poi la pagina continua da sola.',
    noScript:
      'Se il tuo browser non esegue script, aspetta {seconds, plural, one {un secondo} other {# secondi}}: qui sotto compare il pulsante per continuare.',
    tooEarly:
      'Mancava ancora qualche secondo. Aspetta {seconds, plural, one {un secondo} other {# secondi}}: qui sotto compare il pulsante per continuare.',
    go: 'Continua',
    busy: 'Continuo…',
  },
  en: {
    required: 'A proof of work is needed',
    requiredHow:
      'The service receives many more requests than usual. Solve the “challenge” and send the request again with the solution in the header Proof.',
    title: 'One moment',
    lead: 'What you sent is kept: you need not write anything again.',
    why: 'The site is receiving many more requests than usual. To leave room for people, your browser does a short sum by itself before you go on: no puzzles, and no data goes to anybody else.',
    working: 'The sum is under way: it takes a few seconds, then the page goes on by itself.',
    noScript:
      'If your browser runs no scripts, wait {seconds, plural, one {one second} other {# seconds}}: the button to go on appears below.',
    tooEarly:
      'A few seconds were still missing. Wait {seconds, plural, one {one second} other {# seconds}}: the button to go on appears below.',
    go: 'Go on',
    busy: 'Going on…',
  },
});
