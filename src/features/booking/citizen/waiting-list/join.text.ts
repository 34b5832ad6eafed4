import { defineTexts } from '#platform/texts.ts';

export const joinTexts = defineTexts('booking/waiting-join', {
  it: {
    title: 'Mettiti in lista d’attesa',
    lead: 'Quando si libera un posto che va bene per te, lo teniamo da parte e te lo scriviamo.',
    waiting:
      '{count, plural, =0 {Adesso non aspetta nessuno.} one {Adesso aspetta una persona.} other {Adesso aspettano # persone.}}',
    home: 'Inizio',
    how: 'Come funziona',
    howSteps:
      'I posti che si liberano vanno prima a chi è in lista, nell’ordine in cui si è messo in lista.|Ti teniamo il posto per {hours} ore e ti scriviamo: puoi accettare o rifiutare dall’e-mail, senza password.|Se rifiuti resti al tuo posto in lista. Più giorni e ore vanno bene per te, prima arriva il tuo turno.',
    free: 'Ci sono posti liberi',
    freeText:
      'Se uno di questi va bene, prenotalo subito: la lista d’attesa serve quando non c’è posto, o nessun giorno va bene.',
    freeLink: 'Vedi i posti liberi',
    submit: 'Mettimi in lista',
    submitting: 'Ti metto in lista…',
    login: 'Prosegui: accedi e mettiti in lista',
    confirmTitle: 'Ecco le tue preferenze: controlla e conferma',
    already: 'Sei già in lista d’attesa per questo servizio',
    alreadyText:
      'Una persona può stare in una sola lista per servizio. Puoi cambiare le preferenze senza perdere il posto.',
    alreadyLink: 'Vedi la tua richiesta',
    booked: 'Hai già un appuntamento per questo servizio',
    bookedText: 'Chi ha già un appuntamento non può mettersi in lista. Puoi spostarlo, se trovi un orario migliore.',
    bookedLink: 'I miei appuntamenti',
    closed: 'La lista d’attesa è chiusa',
    closedText: 'In questo momento la sede non accetta altre persone in lista. Chi è già in lista resta.',
    none: 'Per questo servizio non c’è una lista d’attesa',
    back: 'Torna al servizio',
  },
  en: {
    title: 'Join the waiting list',
    lead: 'When a seat that suits you becomes free, we keep it for you and write to you.',
    waiting:
      '{count, plural, =0 {Nobody is waiting now.} one {One person is waiting now.} other {# people are waiting now.}}',
    home: 'Home',
    how: 'How it works',
    howSteps:
      'Seats that become free go first to those on the list, in the order in which they joined.|We keep the seat for {hours} hours and write to you: you can accept or decline from the e-mail, without a password.|If you decline you stay at your place. The more days and hours suit you, the sooner it is your turn.',
    free: 'There are free seats',
    freeText:
      'If one of these will do, book it now: the waiting list is for when there is no seat, or no day suits you.',
    freeLink: 'See the free seats',
    submit: 'Put me on the list',
    submitting: 'Joining…',
    login: 'Go on: log in and join the list',
    confirmTitle: 'Here are your wishes: check and confirm',
    already: 'You are on the waiting list for this service already',
    alreadyText: 'A person can be on one list for a service. You can change your wishes without losing your place.',
    alreadyLink: 'See your request',
    booked: 'You have an appointment for this service already',
    bookedText: 'Whoever has an appointment cannot join the list. You can move it, if you find a better time.',
    bookedLink: 'My appointments',
    closed: 'The waiting list is closed',
    closedText: 'At this moment the office takes no more people on the list. Whoever is on it stays.',
    none: 'There is no waiting list for this service',
    back: 'Back to the service',
  },
});
