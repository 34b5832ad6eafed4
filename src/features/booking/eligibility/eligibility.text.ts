import { defineTexts } from '#platform/texts.ts';

/** Why somebody may not book; each has a title and, under `…-about`, what it means and what to do. */
export const refusalReasons = [
  'served-elsewhere',
  'office-not-chosen',
  'not-identified',
  'digital-login',
  'password-ended',
  'blocked-here',
  'blocked-everywhere',
  'no-show-pause',
  'too-many-bookings',
  'cancelled-often',
  'not-who-waited',
  'not-invited',
  'invitation-not-good',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What is said to those who have not logged in, or to all; words as for a reason. */
export type NoticeName = 'only-served' | 'only-identified' | 'with-digital-login' | 'no-show-rule';

/** The words of the ways on. */
export type WayName =
  | 'own-office'
  | 'change-office'
  | 'choose-office'
  | 'how-to-be-identified'
  | 'step-up'
  | 'office-contacts'
  | 'why-blocked'
  | 'why-paused'
  | 'own-bookings'
  | 'name-who-waited'
  | 'enter-invitation';

type Key = RefusalReason | NoticeName | `${RefusalReason | NoticeName}-about` | `way-${WayName}`;

const it = {
  'served-elsewhere': 'Questo servizio è solo per chi è seguito da questa sede',
  'served-elsewhere-about':
    'Il tuo profilo dice che la tua sede è {own}. Prenota là; se ti sei trasferito nel territorio di {office}, cambia prima sede.',
  'office-not-chosen': 'Prima scegli la tua sede',
  'office-not-chosen-about':
    'Questo servizio è solo per chi è seguito da {office}. Dicci da quale sede dipendi: serve un minuto, poi torni qui.',
  'not-identified': 'Per questo servizio devi prima farti identificare',
  'not-identified-about':
    'Un operatore deve vedere una volta un tuo documento: lo chiedi allo sportello durante un appuntamento, o alla sede. Vale per sempre e in tutte le sedi.',
  'not-invited': 'Questo servizio si prenota solo su invito',
  'not-invited-about':
    'La sede chiama le persone una per una e dà a ciascuna un codice. Se lo hai, scrivilo; se pensi di averne diritto, scrivi alla sede.',
  'invitation-not-good': 'Questo invito non si può usare adesso',
  'invitation-not-good-about':
    'Il codice è scaduto, è già stato usato, oppure qualcun altro sta prenotando con lo stesso codice in questo momento. Riprova fra un quarto d’ora o scrivi alla sede.',
  'too-many-bookings': 'Hai già tutti gli appuntamenti che un account può avere',
  'too-many-bookings-about':
    'Con un account si possono avere {limit, plural, one {un appuntamento alla volta} other {# appuntamenti alla volta}}, per sé e per la famiglia, in tutti i comuni insieme. Quando uno è passato, o se ne annulli uno che non ti serve, ne prenoti un altro. Chi non è della famiglia prenota con un account suo, o chiama il comune.',
  'cancelled-often': 'Una pausa per questo servizio, fino {lastDay}',
  'cancelled-often-about':
    'Negli ultimi {days} giorni per una di queste persone lo stesso servizio è stato prenotato e annullato {count} volte. Perché i posti restino a chi viene, da qui si prenota di nuovo dopo quel giorno. Se c’è un motivo, scrivi o chiama la sede: può prenotare lei.',
  'not-who-waited': 'Questo posto è di chi era in lista d’attesa',
  'not-who-waited-about':
    'Tra le persone che vengono deve esserci chi si è messo in lista, o un minorenne che accompagna. Un posto in lista non si cede ad altri.',
  'way-name-who-waited': 'Correggi le persone',
  'way-own-bookings': 'Vai ai tuoi appuntamenti',
  'way-enter-invitation': 'Scrivi il codice di invito',
  'only-served': 'Solo per chi è seguito da questa sede',
  'only-served-about':
    '{territory, select, none {Puoi guardare gli orari; per prenotare, la sede del tuo profilo dev’essere {office}, o una sede dello stesso consolato.} other {Per chi abita qui: {territory}. Puoi guardare gli orari; per prenotare, la sede del tuo profilo dev’essere {office}, o una sede dello stesso consolato.}}',
  'digital-login': 'Per questo servizio accedi con SPID o CIE',
  'digital-login-about':
    'La sede chiede di essere sicura di chi prenota: serve un accesso con SPID o CIE di livello {level}. Il tuo account resta lo stesso, e quello che hai scritto non si perde.',
  'password-ended': 'Al consolato si prenota con SPID o CIE',
  'password-ended-about':
    'Per i servizi consolari l’accesso con e-mail e password non vale più. Entra con SPID o CIE: il tuo account resta lo stesso, e quello che hai scritto non si perde.',
  'with-digital-login': 'Si prenota con SPID o CIE',
  'with-digital-login-about':
    'Scegli pure il posto: lo teniamo per te mentre accedi con SPID o CIE, di livello {level} o superiore.',
  'way-step-up': 'Continua con SPID o CIE',
  'only-identified': 'Solo per chi è già stato identificato',
  'only-identified-about':
    'Per prenotare serve un account che un operatore ha identificato vedendo un documento. Puoi guardare gli orari anche senza.',
  'blocked-here': 'Per ora non puoi fare nuove prenotazioni in questa sede',
  'blocked-here-about':
    'Lo ha deciso una persona della sede, {lastDay, select, none {finché non decide altrimenti} other {fino {lastDay}}}. Gli appuntamenti che hai già restano: puoi confermarli, spostarli e disdirli.',
  'blocked-everywhere': 'Per ora non puoi fare nuove prenotazioni',
  'blocked-everywhere-about':
    'Lo ha deciso una persona che amministra la rete, per tutte le sedi, {lastDay, select, none {finché non decide altrimenti} other {fino {lastDay}}}. Gli appuntamenti che hai già restano: puoi confermarli, spostarli e disdirli.',
  'no-show-pause': 'Una pausa per le nuove prenotazioni, fino {lastDay}',
  'no-show-pause-about':
    '{office} chiede una pausa a chi manca più volte senza disdire: risultano {count} appuntamenti mancati. Dal giorno dopo prenoti di nuovo. Gli appuntamenti che hai già restano.',
  'no-show-rule': 'Se non puoi venire, disdici',
  'no-show-rule-about':
    'Chi manca senza disdire {limit} appuntamenti in {months, plural, one {un mese} other {# mesi}} aspetta {days, plural, one {un giorno} other {# giorni}} prima di prenotare di nuovo {scope, select, office {in questa sede} other {questo servizio}}. Se c’era un motivo, la sede può togliere l’attesa.',
  'way-why-blocked': 'Leggi perché e rispondi',
  'way-why-paused': 'Leggi perché, o spiega che cosa è successo',
  'way-own-office': 'Vai alla tua sede: {own}',
  'way-change-office': 'Mi sono trasferito: cambia sede',
  'way-choose-office': 'Scegli la tua sede',
  'way-how-to-be-identified': 'Come farsi identificare',
  'way-office-contacts': 'Contatti della sede',
} as const satisfies Record<Key, string>;

export const eligibilityTexts = defineTexts('booking/eligibility', {
  it,
  en: {
    'served-elsewhere': 'This service is only for people this office serves',
    'served-elsewhere-about':
      'Your profile says that your office is {own}. Book there; if you have moved to the territory of {office}, change your office first.',
    'office-not-chosen': 'Choose your office first',
    'office-not-chosen-about':
      'This service is only for people served by {office}. Tell us which office serves you: it takes a minute, then you come back here.',
    'not-identified': 'For this service you need to be identified first',
    'not-identified-about':
      'An operator has to see a document of yours once: ask at the desk during an appointment, or ask the office. It holds for good and at every office.',
    'not-invited': 'This service is by invitation only',
    'not-invited-about':
      'The office calls people one by one and gives each a code. If you have it, enter it; if you think you have a right to it, write to the office.',
    'invitation-not-good': 'This invitation cannot be used now',
    'invitation-not-good-about':
      'The code has expired, has been used, or somebody else is booking with it at this moment. Try again in a quarter of an hour or write to the office.',
    'too-many-bookings': 'You already have all the appointments an account may have',
    'too-many-bookings-about':
      'With one account you can have {limit, plural, one {one appointment at a time} other {# appointments at a time}}, for yourself and your family, at all municipalities together. When one is over, or if you cancel one you do not need, you can book another. Who is not of the family books with an account of their own, or calls the municipality.',
    'cancelled-often': 'A pause for this service, until {lastDay}',
    'cancelled-often-about':
      'In the last {days} days the same service was booked and cancelled {count} times for one of these people. So that seats stay for those who come, booking here is possible again after that day. If there is a reason, write to or call the office: it can book for you.',
    'not-who-waited': 'This seat belongs to whoever was on the waiting list',
    'not-who-waited-about':
      'Among the people who come must be whoever joined the list, or a child they come with. A place on the list is not passed on to others.',
    'way-name-who-waited': 'Correct the people',
    'way-own-bookings': 'Go to your appointments',
    'way-enter-invitation': 'Enter the invitation code',
    'only-served': 'Only for people this office serves',
    'only-served-about':
      '{territory, select, none {You can look at the times; to book, the office of your profile must be {office}, or one of the same consulate.} other {For those who live here: {territory}. You can look at the times; to book, the office of your profile must be {office}, or one of the same consulate.}}',
    'digital-login': 'For this service, log in with SPID or CIE',
    'digital-login-about':
      'The office asks to be sure of who books: a login with SPID or CIE of level {level} is needed. Your account stays the same, and nothing you wrote is lost.',
    'password-ended': 'At a consulate one books with SPID or CIE',
    'password-ended-about':
      'For consular services logging in with e-mail and password is no longer good. Enter with SPID or CIE: your account stays the same, and nothing you wrote is lost.',
    'with-digital-login': 'Booked with SPID or CIE',
    'with-digital-login-about':
      'Go ahead and choose a seat: we keep it for you while you log in with SPID or CIE, of level {level} or above.',
    'way-step-up': 'Go on with SPID or CIE',
    'only-identified': 'Only for people who have been identified',
    'only-identified-about':
      'To book you need an account that an operator has identified by seeing a document. You can look at the times without one.',
    'blocked-here': 'For now you cannot make new bookings at this office',
    'blocked-here-about':
      'Somebody at the office decided so, {lastDay, select, none {until they decide otherwise} other {until {lastDay}}}. The appointments you have stay: you can confirm, move and cancel them.',
    'blocked-everywhere': 'For now you cannot make new bookings',
    'blocked-everywhere-about':
      'Somebody who administers the network decided so, for all offices, {lastDay, select, none {until they decide otherwise} other {until {lastDay}}}. The appointments you have stay: you can confirm, move and cancel them.',
    'no-show-pause': 'A pause for new bookings, until {lastDay}',
    'no-show-pause-about':
      '{office} asks for a pause from whoever misses several appointments without cancelling: {count} were missed. From the day after you can book again. The appointments you have stay.',
    'no-show-rule': 'If you cannot come, cancel',
    'no-show-rule-about':
      'Whoever misses {limit} appointments in {months, plural, one {a month} other {# months}} without cancelling waits {days, plural, one {a day} other {# days}} before booking {scope, select, office {at this office} other {this service}} again. If there was a reason, the office can take the pause away.',
    'way-why-blocked': 'Read why, and answer',
    'way-why-paused': 'Read why, or explain what happened',
    'way-own-office': 'Go to your office: {own}',
    'way-change-office': 'I have moved: change office',
    'way-choose-office': 'Choose your office',
    'way-how-to-be-identified': 'How to be identified',
    'way-office-contacts': 'Contacts of the office',
  },
});
