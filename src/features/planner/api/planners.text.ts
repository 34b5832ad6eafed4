import { defineTexts } from '#platform/texts.ts';

export const plannerApiTexts = defineTexts('planner/api/planners', {
  it: {
    'unknown-service': 'Questa sede non ha questo servizio.',
    'unknown-planner': 'Questa sede non ha questo planner.',
    'already-closed': 'In questo periodo c’è già una chiusura uguale.',
    'before-start': 'La fine deve venire dopo l’inizio.',
    past: 'Questo giorno è già passato.',
    'too-far': 'Una chiusura dura al massimo un anno.',
    required: 'Se c’è l’ora di inizio ci vuole anche quella di fine, e viceversa.',
    'other-minutes': 'Nelle stesse ore un’altra regola ha appuntamenti di altra durata.',
    'other-starts': 'Nelle stesse ore gli appuntamenti di un’altra regola cominciano in altri momenti.',
    'no-slot': 'In queste ore non ci sta nemmeno un appuntamento di questa durata.',
    'no-rules': 'Senza orari di apertura non c’è niente da pubblicare.',
    'planner-in-use': 'Questo planner ha già avuto posti: ritiralo invece di eliminarlo',
  },
  en: {
    'unknown-service': 'This office does not have this service.',
    'unknown-planner': 'This office does not have this planner.',
    'already-closed': 'There is already such a closure in that time.',
    'before-start': 'The end must come after the start.',
    past: 'This day has passed already.',
    'too-far': 'A closure lasts one year at most.',
    required: 'A start time needs an end time, and the other way round.',
    'other-minutes': 'In the same hours another rule has appointments of another length.',
    'other-starts': 'In the same hours the appointments of another rule start at other times.',
    'no-slot': 'Not even one appointment of this length fits into these hours.',
    'no-rules': 'Without opening hours there is nothing to publish.',
    'planner-in-use': 'This planner has had seats: take it off instead of deleting it',
  },
});
