import { defineTexts } from '#platform/texts.ts';

export const reportLetterTexts = defineTexts('notifications/report-letters', {
  it: {
    reportSubject: 'Segnalazione di accessibilità {number}',
    reportHeading: 'Qualcuno segnala un problema di accessibilità',
    page: 'Pagina',
    tools: 'Tecnologia assistiva',
    wantsAnswer: 'Ha lasciato un’e-mail: rispondi entro trenta giorni, dalla pagina della segnalazione.',
    noAnswer: 'Non ha lasciato un’e-mail. Quando hai finito chiudi la segnalazione.',
    open: 'Apri la segnalazione',
    answerSubject: 'Risposta alla tua segnalazione di accessibilità {number}',
    answerHeading: 'La risposta di chi gestisce il sito',
    answerYours: 'La tua segnalazione sulla pagina «{page}»:',
    answerOurs: 'La risposta:',
    ombudsman:
      'Se la risposta non ti soddisfa puoi rivolgerti al Difensore civico per il digitale: la dichiarazione di accessibilità dice come.',
    statement: 'Dichiarazione di accessibilità',
  },
  en: {
    reportSubject: 'Accessibility report {number}',
    reportHeading: 'Somebody reports an accessibility problem',
    page: 'Page',
    tools: 'Assistive technology',
    wantsAnswer: 'They left an e-mail: answer within thirty days, from the report’s page.',
    noAnswer: 'They left no e-mail. Close the report when you are done.',
    open: 'Open the report',
    answerSubject: 'Answer to your accessibility report {number}',
    answerHeading: 'The answer of those who run the site',
    answerYours: 'Your report on the page “{page}”:',
    answerOurs: 'The answer:',
    ombudsman:
      'If the answer does not satisfy you, you can turn to the Digital Ombudsman (Difensore civico per il digitale): the accessibility statement says how.',
    statement: 'Accessibility statement',
  },
});
