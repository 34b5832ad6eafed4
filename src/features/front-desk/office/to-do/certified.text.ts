import { defineTexts } from '#platform/texts.ts';

export const certifiedToDoTexts = defineTexts('front-desk/certified-to-do', {
  it: {
    title: 'Posta certificata da seguire',
    about: 'Richieste ad altri comuni che non sono arrivate, o a cui il comune ha risposto per iscritto.',
    failed: 'Non consegnata',
    answered: 'Risposta da registrare',
    open: 'Apri',
    openOf: 'Apri il nulla osta di {name}',
  },
  en: {
    title: 'Certified e-mail to see to',
    about: 'Requests to other municipalities that did not arrive, or that the municipality answered in writing.',
    failed: 'Not delivered',
    answered: 'Answer to register',
    open: 'Open',
    openOf: 'Open the clearance of {name}',
  },
});
