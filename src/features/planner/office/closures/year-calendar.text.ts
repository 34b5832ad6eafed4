import { defineTexts } from '#platform/texts.ts';

export const yearTexts = defineTexts('planner/office/year-calendar', {
  it: {
    calendar: 'Dodici mesi',
    earlier: 'Dodici mesi prima',
    later: 'Dodici mesi dopo',
    works: 'La sede riceve',
    limited: 'Riceve in parte',
    closed: 'Chiusa',
    extra: 'Apertura straordinaria',
    rest: 'Nessun orario',
    holiday: 'Festa da decidere',
    booked: 'Ci sono appuntamenti',
    caption: '{month}: premi su un giorno per cambiarlo',
    today: 'oggi',
    appointments: '{count, plural, one {un appuntamento} other {# appuntamenti}}',
    rangeHint:
      'Con il mouse puoi trascinare da un giorno all’altro; con la tastiera premi Maiuscole e Invio sul primo e sull’ultimo giorno.',
    rangeFrom: 'Dal {day}. Ora scegli l’ultimo giorno.',
  },
  en: {
    calendar: 'Twelve months',
    earlier: 'Twelve months earlier',
    later: 'Twelve months later',
    works: 'The office receives',
    limited: 'Receives in part',
    closed: 'Closed',
    extra: 'Extra opening',
    rest: 'No hours',
    holiday: 'Holiday to decide',
    booked: 'There are appointments',
    caption: '{month}: press a day to change it',
    today: 'today',
    appointments: '{count, plural, one {one appointment} other {# appointments}}',
    rangeHint:
      'With a mouse you can drag from one day to another; with the keyboard press Shift and Enter on the first and on the last day.',
    rangeFrom: 'From {day}. Now choose the last day.',
  },
});
