import { defineTexts } from '#platform/texts.ts';

export const codeTexts = defineTexts('booking/code', {
  it: {
    title: 'Il codice dall’e-mail',
    sent: 'Abbiamo mandato un codice a',
    none: 'Per questo servizio la sede chiede un codice. Chiedilo con il pulsante qui sotto: lo mandiamo a',
    label: 'Codice di sei cifre',
    good: 'Scade',
    left: '{left, plural, one {Hai un tentativo} other {Hai # tentativi}}.',
    dead: 'Quello che ti abbiamo mandato non vale più: chiedine uno nuovo.',
    seat: 'Mentre aspetti il posto resta tuo. Se ti serve più tempo, in alto puoi aggiungere 5 minuti.',
    seatLast: 'Mentre aspetti il posto resta tuo, fino all’ora scritta in alto.',
    missing: 'Non arriva? Guarda nella posta indesiderata.',
    againIn:
      '{seconds, plural, one {Tra un secondo} other {Tra # secondi}} puoi chiederne uno nuovo: il vecchio smetterà di valere.',
    againAt: 'Te ne abbiamo mandati molti: puoi chiederne un altro dalle {time}.',
    againNow: 'Puoi chiederne uno nuovo: il vecchio smetterà di valere.',
    ask: 'Mandami il codice',
    askAgain: 'Manda un nuovo codice',
  },
  en: {
    title: 'The code from the e-mail',
    sent: 'We have sent a code to',
    none: 'For this service the office asks for a code. Ask for it with the button below: we send it to',
    label: 'Six-digit code',
    good: 'It expires',
    left: '{left, plural, one {You have one attempt} other {You have # attempts}}.',
    dead: 'The one we sent you is no longer good: ask for a new one.',
    seat: 'While you wait the seat stays yours. If you need more time, you can add 5 minutes at the top.',
    seatLast: 'While you wait the seat stays yours, until the time at the top.',
    missing: 'It does not arrive? Look in your junk mail.',
    againIn:
      '{seconds, plural, one {In one second} other {In # seconds}} you can ask for a new one: the old one will stop working.',
    againAt: 'We have sent you many: you can ask for another one from {time}.',
    againNow: 'You can ask for a new one: the old one will stop working.',
    ask: 'Send me the code',
    askAgain: 'Send a new code',
  },
});
