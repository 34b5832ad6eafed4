import { defineTexts } from '#platform/texts.ts';

export const documentsTexts = defineTexts('office-admin/service-documents', {
  it: {
    which: 'Quale elenco leggono i cittadini',
    national: 'Quello nazionale, come sta qui sotto',
    own: 'Quello della sede, come lo scrivo qui sotto',
    about:
      'Chi prenota legge solo i documenti del suo caso: li scegliamo dalle sue risposte e dall’età il giorno dell’appuntamento. Per togliere un documento, cancella i suoi testi. In fondo ci sono due posti vuoti; ne trovi altri dopo aver salvato.',
    document: 'Documento {number}',
    text: 'Che cosa portare',
    needed: 'Serve {when}',
    always: 'sempre',
    casesHint:
      'Senza nessuna scelta serve sempre. Fra le scelte di una stessa domanda ne basta una; domande diverse devono valere insieme.',
    when: 'Il caso con parole tue',
    whenHint: 'Vuoto: lo diciamo noi dalle scelte. Si legge quando non sappiamo ancora se serve.',
    nationalList: 'Elenco nazionale',
  },
  en: {
    which: 'Which list citizens read',
    national: 'The national one, as it stands below',
    own: 'The office’s own, as I write it below',
    about:
      'Whoever books reads only the documents of their case: we choose them by their answers and by the age on the day of the appointment. To take a document out, clear its texts. There are two empty places at the end; you find more after saving.',
    document: 'Document {number}',
    text: 'What to bring',
    needed: 'Needed {when}',
    always: 'always',
    casesHint:
      'With nothing chosen it is always needed. Of the choices of one question one is enough; different questions must hold together.',
    when: 'The case in your own words',
    whenHint: 'Empty: we say it from the choices. It is read while we do not know yet whether it is needed.',
    nationalList: 'National list',
  },
});
