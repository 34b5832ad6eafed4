import { defineTexts } from '#platform/texts.ts';

export const copyPlannerTexts = defineTexts('planner/office/copy-planner', {
  it: {
    title: 'Copia il planner',
    lead: 'Nasce un planner nuovo, non pubblicato, con gli stessi orari e le stesse regole. Potrai cambiarlo prima di pubblicarlo.',
    name: 'Nome del nuovo planner',
    copyOf: 'Copia di {name}',
    office: 'In quale sede',
    save: 'Crea la copia',
    cancel: 'Annulla',
    'office.no-services': 'Quella sede non offre nessuno dei servizi di questo planner: scegline un’altra.',
    'office.unknown': 'Scegli una delle tue sedi.',
  },
  en: {
    title: 'Copy the planner',
    lead: 'A new planner is made, not published, with the same hours and rules. You can change it before you publish it.',
    name: 'Name of the new planner',
    copyOf: 'Copy of {name}',
    office: 'At which office',
    save: 'Make the copy',
    cancel: 'Cancel',
    'office.no-services': 'That office offers none of the services of this planner: choose another one.',
    'office.unknown': 'Choose one of your offices.',
  },
});
