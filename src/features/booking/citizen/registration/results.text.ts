import { defineTexts } from '#platform/texts.ts';

export const resultsTexts = defineTexts('booking/registration-results', {
  it: {
    title: 'Risultati del sorteggio',
    lead: 'Ogni riga è un biglietto, nell’ordine sorteggiato. Solo chi ha il biglietto sa che è il suo.',
    counts:
      '{assigned, plural, =0 {Nessun posto assegnato} one {Un biglietto ha un posto} other {# biglietti hanno un posto}}, {without, plural, =0 {nessuno è rimasto senza} one {uno è rimasto senza} other {# sono rimasti senza}}.',
    progress: 'Mancano ancora {left, plural, one {un biglietto} other {# biglietti}}.',
    caption: 'Biglietti nell’ordine sorteggiato',
    place: 'Posto',
    ticket: 'Biglietto',
    party: 'Persone',
    seat: 'Esito',
    none: 'nessun posto',
    waiting: 'in corso',
    seatAt: '{day}, ore {time}, {office}',
    nobody: 'Nessuno si è iscritto.',
    notYet: 'I risultati si vedono qui dopo il sorteggio.',
    next: 'Altri biglietti',
    check: 'Che cosa si può controllare',
    checkSteps:
      'Che l’ordine è quello del sorteggio: lo ricalcola chiunque, dai dati pubblici.|Che nessun posto è dato due volte, e quali posti c’erano alla chiusura e all’inizio dell’assegnazione.|Che le tue preferenze sono rimaste quelle: con il sale della tua iscrizione ricalcoli l’impronta accanto al tuo biglietto.|Le preferenze degli altri non sono pubbliche. Perciò nessuno può ricalcolare da fuori tutta l’assegnazione: ognuno controlla la propria.',
    proof: 'Controlla l’ordine',
    data: 'Tutti i dati, per programmi (JSON)',
    back: 'Torna al sorteggio',
  },
  en: {
    title: 'Results of the draw',
    lead: 'Each line is a ticket, in the order drawn. Only who has the ticket knows that it is theirs.',
    counts:
      '{assigned, plural, =0 {No seat was assigned} one {One ticket has a seat} other {# tickets have a seat}}, {without, plural, =0 {none is without} one {one is without} other {# are without}}.',
    progress: '{left, plural, one {One ticket is} other {# tickets are}} still to be decided.',
    caption: 'Tickets in the order drawn',
    place: 'Place',
    ticket: 'Ticket',
    party: 'People',
    seat: 'Outcome',
    none: 'no seat',
    waiting: 'under way',
    seatAt: '{day}, {time}, {office}',
    nobody: 'Nobody registered.',
    notYet: 'The results are shown here after the draw.',
    next: 'More tickets',
    check: 'What can be checked',
    checkSteps:
      'That the order is that of the draw: anybody works it out again from public data.|That no seat is given twice, and which seats there were at the closing and as the assignment began.|That your wishes stayed the same: with the salt of your registration you reckon the fingerprint beside your ticket.|The wishes of others are not public. So nobody can work out the whole assignment from outside: each checks their own.',
    proof: 'Check the order',
    data: 'All the data, for programs (JSON)',
    back: 'Back to the draw',
  },
});
