import { defineTexts } from '#platform/texts.ts';

export const deskReceiptTexts = defineTexts('front-desk/receipt', {
  it: {
    title: 'Prenotazione fatta',
    titleLater: 'Ricevuta',
    lead: 'Dai alla persona il codice, o stampa questa pagina con Ctrl+P.',
    leadMail: 'Abbiamo mandato tutto a {email}. Puoi anche stampare questa pagina con Ctrl+P.',
    clock: 'Ora di {city}',
    open: 'Apri la prenotazione',
    another: 'Prenota per un’altra persona',
    people: '{count, plural, one {Per} other {Per # persone}}',
    bring: 'Da portare',
    confirm: 'Va confermata tra il {from} e il {to}, altrimenti si annulla da sola.',
    confirmNot: 'Non serve confermare.',
    confirmOffice: 'La sede deve ancora confermare.',
    cancel: 'Si può annullare fino al {date} alle {time}.',
  },
  en: {
    title: 'Booked',
    titleLater: 'Receipt',
    lead: 'Give the code to the person, or print this page with Ctrl+P.',
    leadMail: 'We have sent everything to {email}. You can also print this page with Ctrl+P.',
    clock: 'Time in {city}',
    open: 'Open the booking',
    another: 'Book for another person',
    people: '{count, plural, one {For} other {For # people}}',
    bring: 'To bring',
    confirm: 'To be confirmed between {from} and {to}, otherwise it is cancelled by itself.',
    confirmNot: 'No confirmation is needed.',
    confirmOffice: 'The office has yet to confirm.',
    cancel: 'It can be cancelled until {date} at {time}.',
  },
});
