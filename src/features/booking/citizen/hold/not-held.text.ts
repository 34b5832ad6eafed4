import { defineTexts } from '#platform/texts.ts';

export const notHeldTexts = defineTexts('booking/not-held', {
  it: {
    takenTitle: 'Questo posto è appena stato preso',
    takenLead:
      'Qualcun altro ha scelto le {time} di {day} un attimo prima. Scegli un altro orario qui sotto: il posto è subito tuo.',
    takenParty: 'Alle {time} di {day} non ci sono più {party, number} posti insieme. Scegli un altro orario qui sotto.',
    takenNone: 'Qualcun altro ha scelto le {time} di {day} un attimo prima, e ora non ci sono altri posti liberi.',
    quotaTitle: 'A quest’ora non ci sono più posti per te',
    quotaLead:
      'La sede tiene i posti che restano per altri: per chi risiede nel Comune, o per chi prenota allo sportello o per telefono. Qui sotto ci sono gli orari liberi per te.',
    quotaNone:
      'La sede tiene i posti che restano per altri: per chi risiede nel Comune, o per chi prenota allo sportello o per telefono. Ora non ci sono altri orari liberi per te.',
    goneLead: 'Questo orario non c’è più. Scegli un altro orario qui sotto: il posto è subito tuo.',
    goneNone: 'Questo orario non c’è più, e ora non ci sono altri posti liberi.',
    notOpenTitle: 'Questo orario non si può più prenotare',
    notOpenLead: 'È già passato, è troppo vicino, oppure la sede lo ha tolto.',
    beyondTitle: 'Questo giorno non è ancora aperto',
    beyondLead: 'La sede apre i posti un po’ alla volta.',
    loginTitle: 'Per trattenere questo posto accedi prima',
    loginLead:
      'In questo giorno molti posti sono già trattenuti da chi non ha fatto l’accesso. Perché ne restino per tutti, ora serve entrare. Poi torni agli orari di questo giorno.',
    bookedTitle: 'Hai già un appuntamento per questo servizio',
    bookedLead:
      'Ogni persona ne può avere uno solo alla volta. Puoi tenerlo, annullarlo e sceglierne un altro, oppure prenotare per un’altra persona.',
    forAnother: 'Prenoto per un’altra persona',
    partyTitle: 'Siete in troppi per un solo appuntamento',
    partyLead:
      'Qui si prenota per {max, plural, one {una persona} other {# persone}} al massimo. Scegli di nuovo per quante persone.',
    noCookieTitle: 'Il tuo browser blocca i cookie di questo sito',
    noCookieLead:
      'Per tenerti il posto e per farti accedere serve un cookie tecnico: il browser non ce l’ha mandato, quindi il posto non è ancora tuo. Permetti i cookie per questo sito e premi di nuovo.',
    aboutCookies: 'Quali cookie usiamo e perché',
    staleTitle: 'La pagina era aperta da troppo tempo',
    staleLead: 'Non abbiamo ancora trattenuto il posto. Premi di nuovo per confermare la tua scelta.',
    near: 'Orari liberi più vicini',
    otherDays: 'Oppure un altro giorno, senza accesso',
    hold: 'Trattieni le {time} di {day}',
    holdAgain: 'Trattieni questo posto',
    allTimes: 'Vedi tutti i giorni liberi',
    otherOffices: 'Cerca in un’altra sede',
    login: 'Accedi',
    register: 'Registrati',
    seeBooking: 'Vedi il tuo appuntamento',
    seeBookings: 'Vai ai tuoi appuntamenti',
    home: 'Pagina iniziale',
  },
  en: {
    takenTitle: 'This seat has just been taken',
    takenLead:
      'Somebody else chose {time} on {day} a moment before. Choose another time below: the seat is yours at once.',
    takenParty: 'There are no longer {party, number} seats together at {time} on {day}. Choose another time below.',
    takenNone: 'Somebody else chose {time} on {day} a moment before, and there are no other free seats now.',
    goneLead: 'This time is no longer there. Choose another one below: the seat is yours at once.',
    goneNone: 'This time is no longer there, and there are no other free seats now.',
    quotaTitle: 'There are no more seats for you at this time',
    quotaLead:
      'The office keeps the seats that are left for others: for residents of the municipality, or for people who book at the desk or by phone. Below are the times that are free for you.',
    quotaNone:
      'The office keeps the seats that are left for others: for residents of the municipality, or for people who book at the desk or by phone. There are no other times free for you now.',
    notOpenTitle: 'This time can no longer be booked',
    notOpenLead: 'It is past, too near, or the office has withdrawn it.',
    beyondTitle: 'This day is not open yet',
    beyondLead: 'The office opens its seats little by little.',
    loginTitle: 'To hold this seat, log in first',
    loginLead:
      'Many seats of this day are already held by people who have not logged in. So that some are left for everybody, you need to log in now. Then you come back to the times of this day.',
    bookedTitle: 'You already have an appointment for this service',
    bookedLead:
      'Each person can have only one at a time. You can keep it, cancel it and choose another one, or book for somebody else.',
    forAnother: 'I am booking for somebody else',
    partyTitle: 'You are too many for one appointment',
    partyLead:
      'Here you can book for {max, plural, one {one person} other {# people}} at most. Choose again for how many.',
    noCookieTitle: 'Your browser blocks this site’s cookies',
    noCookieLead:
      'To keep the seat for you and to let you log in, a technical cookie is needed: the browser did not send it, so the seat is not yours yet. Allow cookies for this site and press again.',
    aboutCookies: 'Which cookies we use and why',
    staleTitle: 'The page had been open for too long',
    staleLead: 'We have not held the seat yet. Press again to confirm your choice.',
    near: 'Nearest free times',
    otherDays: 'Or another day, without logging in',
    hold: 'Hold {time} on {day}',
    holdAgain: 'Hold this seat',
    allTimes: 'See all free days',
    otherOffices: 'Look at another office',
    login: 'Log in',
    register: 'Register',
    seeBooking: 'See your appointment',
    seeBookings: 'Go to your appointments',
    home: 'Home page',
  },
});
