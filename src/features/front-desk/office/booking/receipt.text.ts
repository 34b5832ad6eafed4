import { defineTexts } from '#platform/texts.ts';

export const deskReceiptTexts = defineTexts('front-desk/receipt', {
  it: {
    title: 'Prenotazione fatta',
    titleLater: 'Ricevuta',
    lead: 'La persona non riceve e-mail: stampale la ricevuta, o dettale il codice e le scadenze.',
    leadMail: 'Mandiamo tutto a {email}. Puoi anche stampare la ricevuta.',
    leadLater: 'Stampala per chi la chiede: è nella lingua della prenotazione.',
    pdf: 'Stampa la ricevuta (PDF)',
    clock: 'Ora di {city}',
    open: 'Apri la prenotazione',
    another: 'Prenota per un’altra persona',
    people: '{count, plural, one {Per} other {Per # persone}}',
    qr: 'Codice QR con l’indirizzo della prenotazione',
  },
  en: {
    title: 'Booked',
    titleLater: 'Receipt',
    lead: 'The person receives no e-mail: print the receipt for them, or dictate the code and the deadlines.',
    leadMail: 'We send everything to {email}. You can also print the receipt.',
    leadLater: 'Print it for whoever asks: it is in the language of the booking.',
    pdf: 'Print the receipt (PDF)',
    clock: 'Time in {city}',
    open: 'Open the booking',
    another: 'Book for another person',
    people: '{count, plural, one {For} other {For # people}}',
    qr: 'QR code with the address of the booking',
  },
});
