import { defineTexts } from '#platform/texts.ts';

export const publishTexts = defineTexts('planner/office/publish', {
  it: {
    publishTitle: 'Pubblica «{name}»',
    publishLead: 'Ecco che cosa cambia per i cittadini. Nessun appuntamento già preso viene toccato.',
    unpublishTitle: 'Ritira «{name}»',
    unpublishLead: 'I posti liberi spariscono subito. Chi ha già un appuntamento lo conserva.',
    noRules: 'Il planner non ha ancora orari: aggiungine almeno uno prima di pubblicarlo.',
    noServices: 'Il planner non serve ancora nessun servizio: sceglilo nelle regole di prenotazione.',
    made: 'Fasce orarie nuove',
    changed: 'Fasce orarie che cambiano',
    withdrawn: 'Fasce orarie libere tolte',
    kept: 'Fasce orarie conservate perché già prenotate',
    nothing: 'Per i cittadini non cambia niente.',
    uncoveredTitle:
      '{count, plural, one {C’è un appuntamento fuori dai nuovi orari} other {Ci sono # appuntamenti fuori dai nuovi orari}}',
    uncoveredWhy:
      'Restano validi. Se non puoi ricevere queste persone, apri l’appuntamento e annullalo dicendo il motivo.',
    held: 'Alcuni posti fuori dai nuovi orari sono trattenuti da chi sta compilando la richiesta proprio ora.',
    booking: 'Appuntamento',
    when: 'Quando',
    people: 'Persone',
    week: 'La settimana che i cittadini vedranno',
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
    made: 'New slots',
    changed: 'Slots that change',
    withdrawn: 'Free slots taken away',
    kept: 'Slots kept because they are booked',
    nothing: 'Nothing changes for citizens.',
    uncoveredTitle:
      '{count, plural, one {There is one appointment outside the new hours} other {There are # appointments outside the new hours}}',
    uncoveredWhy:
      'They stay valid. If you cannot receive these people, open the appointment and cancel it with a reason.',
    held: 'Some seats outside the new hours are held by people who are filling in the form right now.',
    booking: 'Appointment',
    when: 'When',
    people: 'People',
    week: 'The week that citizens will see',
    publish: 'Publish',
    unpublish: 'Take the planner off',
    back: 'Back to the planner',
  },
});
