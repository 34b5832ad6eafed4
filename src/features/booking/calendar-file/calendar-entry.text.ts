import { defineTexts } from '#platform/texts.ts';

export const calendarEntryTexts = defineTexts('booking/calendar-entry', {
  it: {
    code: 'Codice della prenotazione: {code}',
    where: 'Dove: {office}, {address}',
    noAddress: 'l’indirizzo è nella pagina della sede',
    contacts: 'Contatti della sede: {contacts}',
    documents: 'Che cosa portare:',
    page: 'Per vedere, annullare o cambiare data: {url}',
    find: 'Per vedere, annullare o cambiare data, con il codice e il cognome: {url}',
  },
  en: {
    code: 'Booking code: {code}',
    where: 'Where: {office}, {address}',
    noAddress: 'the address is on the office’s page',
    contacts: 'Contact the office: {contacts}',
    documents: 'What to bring:',
    page: 'To see, cancel or change the date: {url}',
    find: 'To see, cancel or change the date, with the code and the surname: {url}',
  },
});
