import { defineTexts } from '#platform/texts.ts';

export const calendarEntryTexts = defineTexts('booking/calendar-entry', {
  it: { code: 'Codice della prenotazione: {code}', documents: 'Che cosa portare:' },
  en: { code: 'Booking code: {code}', documents: 'What to bring:' },
});
