import { defineTexts } from '#platform/texts.ts';

export const signalLetterTexts = defineTexts('notifications/signal-letters', {
  it: {
    warnSubject: 'Un avviso sull’uso del tuo account',
    warnHeading: 'Un avviso sull’uso del tuo account',
    warnText:
      'Una persona ha guardato come è stato usato il tuo account. Non ti è stato tolto nulla: puoi prenotare come prima.',
    identifySubject: 'Ti chiediamo di farti identificare in sede',
    identifyHeading: 'Porta un documento allo sportello',
    identifyText:
      'Una persona ha guardato come è stato usato il tuo account e ti chiede di mostrare un documento in sede, al prossimo appuntamento o quando puoi. Intanto puoi prenotare come prima.',
    reason: 'Il motivo',
    answer: 'Non sei d’accordo? Spiega com’è andata: una persona legge e decide.',
    answerAction: 'Leggi e rispondi',
    withdrawnSubject: 'L’avviso sul tuo account è stato ritirato',
    withdrawnHeading: 'Abbiamo ritirato l’avviso',
    keptSubject: 'La tua risposta all’avviso è stata letta',
    keptHeading: 'L’avviso resta',
    why: 'Perché',
    see: 'Vedi i dettagli',
  },
  en: {
    warnSubject: 'A notice about the use of your account',
    warnHeading: 'A notice about the use of your account',
    warnText: 'A person looked at how your account was used. Nothing was taken from you: you can book as before.',
    identifySubject: 'We ask you to be identified at the office',
    identifyHeading: 'Bring a document to the desk',
    identifyText:
      'A person looked at how your account was used and asks you to show a document at the office, at your next appointment or when you can. Meanwhile you can book as before.',
    reason: 'The reason',
    answer: 'Do you disagree? Explain what happened: a person reads it and decides.',
    answerAction: 'Read and answer',
    withdrawnSubject: 'The notice about your account was taken back',
    withdrawnHeading: 'We took the notice back',
    keptSubject: 'Your answer to the notice was read',
    keptHeading: 'The notice stands',
    why: 'Why',
    see: 'See the details',
  },
});
