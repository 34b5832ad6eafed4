import { defineTexts } from '#platform/texts.ts';

export const publishTexts = defineTexts('planner/office/publish', {
  it: {
    publishTitle: 'Pubblica «{name}»',
    publishLead: 'Ecco che cosa cambia per i cittadini. Nessun appuntamento già preso viene toccato.',
    unpublishTitle: 'Ritira «{name}»',
    unpublishLead: 'I posti liberi spariscono subito. Chi ha già un appuntamento lo conserva.',
    noRules: 'Il planner non ha ancora orari: aggiungine almeno uno prima di pubblicarlo.',
    noServices: 'Il planner non serve ancora nessun servizio: sceglilo nelle regole di prenotazione.',
    publish: 'Pubblica',
    unpublish: 'Ritira il planner',
    back: 'Torna al planner',
  },
  en: {
    publishTitle: 'Publish “{name}”',
    publishLead: 'This is what changes for citizens. No appointment that was made is touched.',
    unpublishTitle: 'Take off “{name}”',
    unpublishLead: 'Free seats vanish at once. Whoever has an appointment keeps it.',
    noRules: 'The planner has no hours yet: add some before you publish it.',
    noServices: 'The planner serves no service yet: choose one in the booking rules.',
    publish: 'Publish',
    unpublish: 'Take the planner off',
    back: 'Back to the planner',
  },
});
