import { defineTexts } from '#platform/texts.ts';

export const officePrivacyTexts = defineTexts('office-admin/office-privacy', {
  it: {
    title: 'Informativa privacy della sede',
    lead: 'Chi prenota la legge prima di inviare i suoi dati. Dove non scrivi nulla vale il testo già pronto.',
    publicPage: 'Vedi l’informativa pubblica',
    saved: 'Informativa salvata.',
    controller: 'Titolare del trattamento',
    controllerHint: 'L’ente responsabile dei dati. Se è vuoto si legge il nome della sede: {office}.',
    dpo: 'Responsabile della protezione dei dati',
    dpoHint: 'Come scrivergli: nome o ufficio, e-mail, indirizzo. Se è vuoto si leggono i contatti della sede.',
    text: 'Altre informazioni della sede',
    textHint: 'Per esempio la base giuridica, i tempi di conservazione, chi riceve i dati. Un capoverso per riga.',
    save: 'Salva',
    cancel: 'Annulla',
  },
  en: {
    title: 'Privacy notice of the office',
    lead: 'Whoever books reads it before sending their data. Where you write nothing, the ready text holds.',
    publicPage: 'See the public notice',
    saved: 'Notice saved.',
    controller: 'Controller',
    controllerHint: 'The body responsible for the data. If empty, the office’s name is shown: {office}.',
    dpo: 'Data protection officer',
    dpoHint: 'How to write to them: name or unit, e-mail, address. If empty, the office’s contacts are shown.',
    text: 'More from the office',
    textHint: 'For example the legal basis, how long data are kept, who receives them. One paragraph a line.',
    save: 'Save',
    cancel: 'Cancel',
  },
});
