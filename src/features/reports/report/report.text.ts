import { defineTexts } from '#platform/texts.ts';

/** The title of each report, what it answers, and how its figures are counted: docs/figures.md says the same at length. */
export const reportTexts = defineTexts('reports/report', {
  it: {
    days: 'Giorno per giorno',
    'days-about': 'Posti offerti, appuntamenti e che cosa ne è stato.',
    'days-how':
      'Ogni appuntamento conta nel giorno per cui è fissato, nel calendario della sede; «prenotazioni fatte» conta nel giorno in cui si è prenotato. «Confermati» comprende chi non deve confermare e chi poi è venuto o mancato. I posti di orari ritirati contano solo se qualcuno li ha tenuti.',
    services: 'Per servizio',
    'services-about': 'Quali servizi portano gli appuntamenti.',
    'services-how': 'Gli appuntamenti dei giorni scelti, per servizio.',
    channels: 'Per canale',
    'channels-about': 'Da dove arrivano le prenotazioni.',
    'channels-how': 'Gli appuntamenti dei giorni scelti, secondo come sono stati prenotati.',
    hours: 'Per ora',
    'hours-about': 'Le ore piene, le ore vuote e le assenze.',
    'hours-how': 'L’ora è quella in cui l’appuntamento comincia, con l’orologio della sede.',
    occupancy: 'Occupazione per giorno e ora',
    'occupancy-about': 'Quando la sede è piena e quando ha posto.',
    'occupancy-how':
      'Posti occupati diviso posti offerti, per giorno della settimana e ora di inizio. Un posto di un planner con più servizi conta per ciascuno di essi.',
    cancellations: 'Annullamenti',
    'cancellations-about': 'Chi annulla, e quanto.',
    'cancellations-how':
      'Appuntamenti fissati per i giorni scelti e poi annullati. Il sistema annulla quelli non confermati in tempo e il posto torna libero.',
    'first-free': 'Prima data libera',
    'first-free-about': 'Quanti giorni avanti c’è posto, guardando tre volte al giorno.',
    'first-free-how':
      'Alle 9, alle 12 e alle 16 della sede guardiamo la prima data libera di ogni servizio e ne contiamo i giorni da quel giorno. La media non comprende le rilevazioni senza alcuna data: quelle sono contate a parte. I servizi su invito non sono rilevati.',
    'lead-time': 'Anticipo',
    'lead-time-about': 'Quanto prima dell’appuntamento si prenota.',
    'lead-time-how':
      'Giorni di calendario fra la prenotazione e l’appuntamento, per gli appuntamenti dei giorni scelti che non sono stati annullati. La mediana è il valore a metà; «9 su 10» è quello che nove appuntamenti su dieci non superano.',
    releases: 'Aperture delle prenotazioni',
    'releases-about': 'In quanti minuti finiscono i posti.',
    'releases-how':
      'Minuti interi fra l’apertura e il momento in cui per la prima volta non c’era più un posto. Chi non si è esaurita in due settimane non ha minuti. I posti che tornano non sono un’apertura.',
    clearances: 'Nulla osta',
    'clearances-about': 'Quanti si aspettano, da quanto, e che cosa si è risposto.',
    'clearances-how':
      'In attesa: quelli aperti all’ultima rilevazione del giorno, con i giorni passati da quando sono stati chiesti. Concessi e negati contano nel giorno della risposta.',
    'waiting-list': 'Lista d’attesa',
    'waiting-list-about': 'Quante persone aspettano un posto, e da quanto.',
    'waiting-list-how': 'Le persone in lista all’ultima rilevazione del giorno, con i giorni passati dalla richiesta.',
  },
  en: {
    days: 'Day by day',
    'days-about': 'Seats offered, appointments and what became of them.',
    'days-how':
      'An appointment counts on the day it is for, in the office’s calendar; “bookings made” counts on the day of booking. “Confirmed” includes those who need not confirm and those who then came or stayed away. Seats of withdrawn hours count only if somebody kept them.',
    services: 'By service',
    'services-about': 'Which services bring the appointments.',
    'services-how': 'The appointments of the chosen days, by service.',
    channels: 'By channel',
    'channels-about': 'Where bookings come from.',
    'channels-how': 'The appointments of the chosen days, by how they were booked.',
    hours: 'By hour',
    'hours-about': 'Full hours, empty hours and absences.',
    'hours-how': 'The hour is the one the appointment begins in, by the office’s clock.',
    occupancy: 'Occupancy by day and hour',
    'occupancy-about': 'When the office is full and when it has room.',
    'occupancy-how':
      'Seats taken divided by seats offered, by weekday and hour of the start. A seat of a planner with several services counts for each of them.',
    cancellations: 'Cancellations',
    'cancellations-about': 'Who cancels, and how much.',
    'cancellations-how':
      'Appointments for the chosen days that were then cancelled. The system cancels those not confirmed in time, and the seat is free again.',
    'first-free': 'First free date',
    'first-free-about': 'How many days ahead there is a seat, looked at three times a day.',
    'first-free-how':
      'At 9, 12 and 16 by the office’s clock we look at the first free date of each service and count the days from that day. The mean leaves out samples without any date: they are counted apart. Services by invitation are not sampled.',
    'lead-time': 'Lead time',
    'lead-time-about': 'How long before the appointment people book.',
    'lead-time-how':
      'Calendar days from the booking to the appointment, for appointments of the chosen days that were not cancelled. The median is the value in the middle; “9 in 10” is the one that nine appointments in ten do not exceed.',
    releases: 'Releases',
    'releases-about': 'How many minutes the seats last.',
    'releases-how':
      'Whole minutes from the release to the moment when for the first time no seat was left. One that did not sell out in two weeks has no minutes. Seats that come back are not a release.',
    clearances: 'Clearances',
    'clearances-about': 'How many are awaited, for how long, and what was answered.',
    'clearances-how':
      'Awaited: those open at the last sample of the day, with the days since they were asked for. Granted and refused count on the day of the answer.',
    'waiting-list': 'Waiting list',
    'waiting-list-about': 'How many people wait for a seat, and for how long.',
    'waiting-list-how': 'The people on the list at the last sample of the day, with the days since they asked.',
  },
});
