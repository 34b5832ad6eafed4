import { defineTexts } from '#platform/texts.ts';

export const copyDayTexts = defineTexts('planner/office/copy-day', {
  it: {
    title: 'Copia un giorno su altri',
    lead: 'Prendo gli orari della settimana {from} {to}. Gli orari che gli altri giorni hanno in quella stagione vengono sostituiti.',
    from: 'Giorno da copiare',
    to: 'Giorni che riceveranno gli stessi orari',
    empty: 'nessun orario',
    save: 'Copia gli orari',
    cancel: 'Torna al planner',
    'from.required-choice': 'Scegli il giorno da copiare.',
    'from.no-openings': 'Questo giorno non ha orari da copiare: scegline un altro.',
    'to.required-choice': 'Scegli almeno un giorno.',
    'to.same': 'Scegli un giorno diverso da quello che copi.',
  },
  en: {
    title: 'Copy a day to others',
    lead: 'The hours of the week from {from} to {to} are taken. The hours that the other days have in that season are replaced.',
    from: 'Day to copy',
    to: 'Days that will have the same hours',
    empty: 'no hours',
    save: 'Copy the hours',
    cancel: 'Back to the planner',
    'from.required-choice': 'Choose the day to copy.',
    'from.no-openings': 'This day has no hours to copy: choose another one.',
    'to.required-choice': 'Choose at least one day.',
    'to.same': 'Choose a day other than the one you copy.',
  },
});
