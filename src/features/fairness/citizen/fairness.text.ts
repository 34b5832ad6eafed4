import { defineTexts } from '#platform/texts.ts';

export const publicFairnessTexts = defineTexts('fairness/citizen', {
  it: {
    home: 'Inizio',
    past: 'Com’è andata le altre volte',
    pastOf: 'Apertura del {day}: quanti erano, con quale probabilità',
    title: 'Com’è andata l’apertura dei posti del {day}',
    lead: 'Quante persone hanno provato, con quale probabilità, e se arrivare prima ha aiutato.',
    opened: 'Posti aperti {when} (ora di {city}). {planners}.',
    draw: 'Controlla l’estrazione',
    csv: 'Le cifre in un file (CSV)',
    json: 'Le cifre per i programmi (JSON)',
    licence: 'Puoi riusare queste cifre liberamente, citando la sede.',
    toOffice: 'Vai alla pagina della sede',
  },
  en: {
    home: 'Home',
    past: 'How it went before',
    pastOf: 'Release of {day}: how many came, with what chance',
    title: 'How the release of seats of {day} went',
    lead: 'How many people tried, with what chance, and whether it helped to come early.',
    opened: 'Seats opened {when} (time of {city}). {planners}.',
    draw: 'Check the draw',
    csv: 'The figures as a file (CSV)',
    json: 'The figures for programs (JSON)',
    licence: 'You may use these figures freely, naming the office.',
    toOffice: 'Go to the office’s page',
  },
});
