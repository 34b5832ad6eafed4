import { defineTexts } from '#platform/texts.ts';

export const oneTimeCodeTexts = defineTexts('notifications/one-time-code-letter', {
  it: {
    subject: '{code} è il tuo codice per prenotare',
    heading: 'Il tuo codice è {code}',
    intro:
      'Scrivilo nella pagina dove stai prenotando. Vale cinque minuti, fino alle {time} (ora di {city}), e solo per questo posto:',
    what: 'Servizio',
    where: 'Sede',
    when: 'Quando',
    whenValue: '{day}, ore {time} (ora di {city})',
    notBooked: 'Il posto è trattenuto, ma non è ancora prenotato: prenoti scrivendo il codice.',
    notYou:
      'Non dare il codice a nessuno: né la sede né Turno te lo chiederanno mai, neppure al telefono. Se non stai prenotando tu, cambia la password del tuo accesso.',
  },
  en: {
    subject: '{code} is your code for booking',
    heading: 'Your code is {code}',
    intro:
      'Type it in the page where you are booking. It is good for five minutes, until {time} ({city} time), and for this seat only:',
    what: 'Service',
    where: 'Office',
    when: 'When',
    whenValue: '{day}, {time} ({city} time)',
    notBooked: 'The seat is held but not booked yet: you book by typing the code.',
    notYou:
      'Give the code to nobody: neither the office nor Turno will ever ask you for it, not even by telephone. If it is not you who is booking, change the password of your account.',
  },
});
