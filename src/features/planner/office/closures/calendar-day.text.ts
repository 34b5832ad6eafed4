import { defineTexts } from '#platform/texts.ts';

export const calendarDayTexts = defineTexts('planner/office/calendar-day', {
  it: {
    appointments: 'Appuntamenti di questo giorno',
    noAppointments: 'Nessun appuntamento.',
    uncovered:
      '{count, plural, one {Un appuntamento non ha più il posto} other {# appuntamenti non hanno più il posto}}',
    uncoveredWhy: 'Sono nelle ore chiuse, o ci sono più persone che sportelli. Restano validi finché non si decide.',
    withoutSeat: 'Senza posto',
    withSeat: 'Atteso',
    state: 'Stato',
    offerMoves: 'Offri a ciascuno un nuovo posto',
    offered:
      '{count, plural, one {Cerchiamo un nuovo posto per una prenotazione e lo offriamo per e-mail.} other {Cerchiamo un nuovo posto per # prenotazioni e lo offriamo per e-mail.}}',
    planned: 'In programma',
    nothing: 'Nessuna chiusura e nessuna apertura straordinaria.',
    holiday: 'È un giorno di festa: {name}',
    holidayWhy: 'La sede non è ancora chiusa. Se quel giorno non ricevi, aggiungi la festa alle chiusure.',
    addHoliday: 'Chiudi per questa festa',
    change: 'Che cosa vuoi fare?',
    closeDay: 'Chiudi tutto il giorno',
    closeHours: 'Chiudi alcune ore',
    openExtra: 'Apri in più',
    previous: 'Giorno prima',
    next: 'Giorno dopo',
    calendar: 'Torna al calendario',
  },
  en: {
    appointments: 'Appointments of this day',
    noAppointments: 'No appointments.',
    uncovered:
      '{count, plural, one {One appointment has no seat any more} other {# appointments have no seat any more}}',
    uncoveredWhy: 'They are in closed hours, or there are more people than desks. They stay valid until it is decided.',
    withoutSeat: 'Without a seat',
    withSeat: 'Expected',
    state: 'State',
    offerMoves: 'Offer each of them another seat',
    offered:
      '{count, plural, one {We look for another seat for one booking and offer it by e-mail.} other {We look for another seat for # bookings and offer it by e-mail.}}',
    planned: 'Planned',
    nothing: 'No closure and no extra opening.',
    holiday: 'It is a holiday: {name}',
    holidayWhy: 'The office is not closed yet. If you receive nobody on that day, add the holiday to the closures.',
    addHoliday: 'Close for this holiday',
    change: 'What do you want to do?',
    closeDay: 'Close the whole day',
    closeHours: 'Close some hours',
    openExtra: 'Open for extra hours',
    previous: 'Day before',
    next: 'Day after',
    calendar: 'Back to the calendar',
  },
});
