import { defineTexts } from '#platform/texts.ts';

export const removeTexts = defineTexts('front-desk/remove', {
  it: {
    title: 'Togliere {name} dalla prenotazione?',
    short: 'Una persona in meno',
    what: 'Il suo posto torna subito libero e i suoi dati in questa prenotazione si cancellano. L’appuntamento resta per chi rimane: {left}.',
    told: 'Avvisiamo chi ha prenotato per e-mail.',
    notTold: 'Chi ha prenotato non ha lasciato un’e-mail: avvisalo tu.',
    yes: 'Togli dalla prenotazione',
    busy: 'Tolgo…',
    no: 'Torna alla prenotazione',
    stale: 'La pagina era aperta da troppo tempo e non è cambiato nulla. Premi di nuovo il pulsante.',
  },
  en: {
    title: 'Take {name} out of the booking?',
    short: 'One person less',
    what: 'Their seat is free at once and their details in this booking are deleted. The appointment stays for those who are left: {left}.',
    told: 'We tell whoever booked by e-mail.',
    notTold: 'Whoever booked left no e-mail address: tell them yourself.',
    yes: 'Take out of the booking',
    busy: 'Taking out…',
    no: 'Back to the booking',
    stale: 'The page had been open for too long and nothing has changed. Press the button again.',
  },
});
