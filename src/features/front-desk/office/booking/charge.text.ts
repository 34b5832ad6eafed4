import { defineTexts } from '#platform/texts.ts';

export const chargeTexts = defineTexts('front-desk/charge', {
  it: {
    title: 'Prendi in carico la prenotazione?',
    what: 'Da quel momento la persona non può più annullare o cambiare data da sola: lo chiede alla sede.',
    told: 'La avvisiamo per e-mail, con il nome della sede e il modo di chiedere.',
    notTold: 'La persona non ha lasciato un’e-mail: avvisala tu.',
    undo: 'Quando vuoi puoi lasciarla di nuovo decidere da sola.',
    message: 'Perché, e che cosa succede dopo',
    messageHint: 'Lo legge la persona, nell’e-mail e nella pagina della prenotazione.',
    do: 'Prendi in carico',
    busy: 'Prendo in carico…',
    back: 'Torna alla prenotazione',
    stale: 'La pagina era aperta da troppo tempo: ricontrolla e premi di nuovo.',
  },
  en: {
    title: 'Handle this booking as the office?',
    what: 'From then on the person can no longer cancel or change the date alone: they ask the office.',
    told: 'We tell them by e-mail, with the name of the office and how to ask.',
    notTold: 'The person left no e-mail address: tell them yourself.',
    undo: 'You can let them act alone again whenever you like.',
    message: 'Why, and what happens next',
    messageHint: 'The person reads it, in the e-mail and on the page of the booking.',
    do: 'Handle it as the office',
    busy: 'Saving…',
    back: 'Back to the booking',
    stale: 'The page had been open for too long: check again and press once more.',
  },
});
