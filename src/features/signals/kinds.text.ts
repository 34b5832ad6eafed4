import { defineTexts } from '#platform/texts.ts';

/** What was seen, for people of offices and for the person it is about. */
export const kindTexts = defineTexts('signals/kinds', {
  it: {
    speed: 'Prenotazioni più veloci di una persona',
    'speed-about':
      '{times, plural, one {Una volta} other {# volte}} in 30 giorni tra il posto scelto e la prenotazione conclusa sono passati meno di tre secondi (la più rapida: {fastest}). Compilare i dati di una persona richiede di più; può essere un programma, o qualcuno che prenota tramite un servizio.',
    'shared-browser': 'Un solo browser per molti account',
    'shared-browser-about':
      'Dallo stesso browser, in {days, plural, one {un giorno} other {# giorni}}, sono entrati {accounts} account. Succede anche in una famiglia numerosa, in un patronato, in biblioteca.',
    'account-pattern': 'Molti account con indirizzi quasi uguali',
    'account-pattern-about':
      'In {hours, plural, one {un’ora} other {# ore}} sono nati {accounts} account con indirizzi e-mail che differiscono solo per cifre, punti o un’aggiunta dopo il più.',
    cancelling: 'Molte prenotazioni annullate subito',
    'cancelling-about':
      'In 30 giorni {times} prenotazioni sono state annullate da chi le aveva fatte entro {hours} ore. Può essere chi cerca una data migliore, o chi tiene posti per altri.',
    'mass-joins': 'Un account in molte sale d’attesa',
    'mass-joins-about':
      'In sette giorni lo stesso account ha preso {tickets} posti in {rooms, plural, one {una sala d’attesa} other {# sale d’attesa}}, per persone diverse.',
    'dropped-holds': 'Posti presi e lasciati di continuo',
    'dropped-holds-about': 'In {hours} ore lo stesso account ha trattenuto e lasciato {holds} posti senza prenotare.',
  },
  en: {
    speed: 'Bookings faster than a person',
    'speed-about':
      '{times, plural, one {Once} other {# times}} in 30 days less than three seconds passed between choosing a seat and finishing the booking (the fastest: {fastest}). Filling in a person’s details takes longer; it may be a program, or somebody who books through a service.',
    'shared-browser': 'One browser for many accounts',
    'shared-browser-about':
      'From the same browser {accounts} accounts were entered within {days, plural, one {a day} other {# days}}. It happens in a large family, at a help desk or a library too.',
    'account-pattern': 'Many accounts with almost the same address',
    'account-pattern-about':
      'Within {hours, plural, one {an hour} other {# hours}} {accounts} accounts were made whose e-mail addresses differ only by digits, dots or what follows a plus.',
    cancelling: 'Many bookings cancelled at once',
    'cancelling-about':
      'In 30 days {times} bookings were cancelled by whoever made them within {hours} hours. It may be somebody looking for a better date, or keeping seats for others.',
    'mass-joins': 'One account in many waiting rooms',
    'mass-joins-about':
      'Within seven days the same account took {tickets} places in {rooms, plural, one {a waiting room} other {# waiting rooms}}, for different people.',
    'dropped-holds': 'Seats taken and left again and again',
    'dropped-holds-about': 'Within {hours} hours the same account held and left {holds} seats without booking.',
  },
});
