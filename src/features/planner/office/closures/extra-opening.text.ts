import { defineTexts } from '#platform/texts.ts';

export const extraOpeningTexts = defineTexts('planner/office/extra-opening', {
  it: {
    title: 'Aggiungi un’apertura straordinaria',
    lead: 'Posti in più in uno o più giorni, per esempio per un open day. Vale anche se quel giorno la sede è chiusa: in quelle ore riceve lo stesso.',
    noPlanner: 'Prima serve un planner: è lui che dà i posti ai servizi.',
    planner: 'Planner',
    plannerHint: 'I posti saranno per i servizi di questo planner.',
    lastDayHint:
      'Lascia vuoto se è un giorno solo. Per un giorno della settimana che si ripete usa invece gli orari del planner.',
    minutes: 'Minuti per appuntamento',
    desks: 'Sportelli aperti',
    reasonHint: 'Lo leggono i cittadini, per esempio «Open day della carta d’identità».',
    'ends.before-start': 'La fine deve venire dopo l’inizio.',
    'lastDay.before-start': 'La fine viene prima dell’inizio: scrivi un giorno uguale o successivo.',
    'lastDay.too-far': 'Un’apertura straordinaria dura al massimo un anno.',
    'firstDay.past': 'Questo giorno è già passato.',
    'no-slot': 'In queste ore non ci sta nemmeno un appuntamento di questa durata.',
    'unknown-planner': 'Scegli un planner di questa sede.',
    'other-minutes': 'In queste ore il planner è già aperto con appuntamenti di altra durata: usa gli stessi minuti.',
    'other-starts':
      'In queste ore il planner è già aperto e i suoi appuntamenti cominciano ad altre ore: scegli l’ora in cui ne comincia uno, oppure ore in cui è chiuso.',
  },
  en: {
    title: 'Add an extra opening',
    lead: 'More seats on one or more days, as for an open day. It holds even if the office is closed that day: in those hours it receives all the same.',
    noPlanner: 'A planner comes first: it gives seats to services.',
    planner: 'Planner',
    plannerHint: 'The seats will be for the services of this planner.',
    lastDayHint:
      'Leave empty for a single day. For a weekday that comes again and again use the planner’s hours instead.',
    minutes: 'Minutes per appointment',
    desks: 'Open desks',
    reasonHint: 'Citizens read it, for example “Identity card open day”.',
    'ends.before-start': 'The end must come after the beginning.',
    'lastDay.before-start': 'The end comes before the beginning: write the same day or a later one.',
    'lastDay.too-far': 'An extra opening lasts a year at most.',
    'firstDay.past': 'This day is past.',
    'no-slot': 'Not even one appointment of this length fits into these hours.',
    'unknown-planner': 'Choose a planner of this office.',
    'other-minutes':
      'In these hours the planner is open already with appointments of another length: use the same minutes.',
    'other-starts':
      'In these hours the planner is open already and its appointments start at other times: choose the time when one of them starts, or hours in which it is closed.',
  },
});
