import { defineTexts } from '#platform/texts.ts';

export const ticketLetterTexts = defineTexts('notifications/ticket-letters', {
  it: {
    what: 'Servizio',
    where: 'Dove',
    until: 'Fino a',
    dayAndTime: '{day}, ore {time}',
    dayAndTimeIn: '{day}, ore {time} (ora di {city})',
    see: 'Vedi il tuo posto',
    nearSubject: 'Il tuo turno è vicino: {service}',
    nearHeading: 'Il tuo turno è vicino',
    nearText:
      'Prima di te restano poche persone. Quando tocca a te ti scriviamo di nuovo: hai poi {minutes, plural, one {un minuto} other {# minuti}} per scegliere giorno e ora.',
    nearReady: 'Resta vicino al telefono o al computer. Se fai in tempo c’è un posto per te.',
    comeSubject: 'È il tuo turno: {service}',
    comeHeading: 'È il tuo turno: scegli giorno e ora',
    comeText: 'C’è un posto per te, se scegli entro l’ora indicata qui. Dopo, il posto va a chi viene dopo di te.',
    comeAction: 'Scegli giorno e ora',
    comePeople:
      'L’appuntamento è per le persone che hai indicato quando hai preso il biglietto: i nomi non si cambiano.',
    fixedSubject: 'L’elenco del sorteggio è fissato: {service}',
    fixedHeading: 'L’elenco del sorteggio è fissato',
    fixedText:
      'Le adesioni sono chiuse e tu ci sei. L’ordine si calcola con il valore pubblico, che oggi nessuno conosce.',
    fixedNumber: 'Il tuo numero',
    fixedRoot: 'Radice dell’elenco',
    fixedKeep: 'Conserva questa e-mail: con la radice chiunque può mostrare che l’elenco non è stato cambiato dopo.',
    value: 'Valore pubblico',
    lateSubject: 'Il sorteggio ritarda: {service}',
    lateHeading: 'Il sorteggio ritarda',
    lateText:
      'La sede non ha ancora scritto il valore pubblico. L’elenco è fissato e il seme rivelato: il ritardo non cambia niente, e i turni cominciano dopo il sorteggio. Ti scriviamo quando è vicino il tuo.',
    displacedSubject: 'Il tuo biglietto non vale più: {service}',
    displacedHeading: 'Il tuo biglietto non vale più',
    displacedText:
      'Una persona che ha già mostrato chi è si è messa in fila con lo stesso codice fiscale. Ogni codice fiscale ha un posto solo, e quello con l’identità provata passa avanti.',
    displacedYou:
      'Se sei tu, con un altro account, il tuo posto è lì. Se non ne sai niente, scrivici: qualcuno potrebbe usare i tuoi dati.',
    displacedAction: 'Chiedi aiuto',
    soldOutSubject: 'I posti sono finiti: {service}',
    soldOutHeading: 'I posti sono finiti prima del tuo turno',
    soldOutText: 'Ci dispiace. Non è dipeso dalla tua linea né da quanto hai cliccato: l’ordine era deciso.',
    soldOutNext: 'La prossima apertura di posti',
    soldOutList: 'Puoi metterti in lista d’attesa: i posti che si liberano vanno prima a chi è in lista.',
    soldOutListAction: 'Mettiti in lista d’attesa',
    soldOutWays: 'Vedi che cosa puoi fare adesso',
    check: 'Controlla come è stato sorteggiato l’ordine',
    cancelledSubject: 'La sala d’attesa è stata chiusa: {service}',
    cancelledHeading: 'La sala d’attesa è stata chiusa',
    cancelledText:
      'La sede l’ha annullata: nessun posto è stato dato dopo. Guarda sulla pagina del servizio quando si riapre.',
    cancelledAction: 'Vai alla pagina del servizio',
  },
  en: {
    what: 'Service',
    where: 'Where',
    until: 'Until',
    dayAndTime: '{day}, {time}',
    dayAndTimeIn: '{day}, {time} ({city} time)',
    see: 'See your place',
    nearSubject: 'Your turn is near: {service}',
    nearHeading: 'Your turn is near',
    nearText:
      'Only a few people are before you. When it is your turn we write to you again: then you have {minutes, plural, one {one minute} other {# minutes}} to choose a day and time.',
    nearReady: 'Stay near your phone or computer. If you are in time there is a seat for you.',
    comeSubject: 'It is your turn: {service}',
    comeHeading: 'It is your turn: choose a day and time',
    comeText:
      'There is a seat for you, if you choose by the time given here. After that the seat goes to whoever is next.',
    comeAction: 'Choose a day and time',
    comePeople: 'The appointment is for the people you named when you joined: names cannot be changed.',
    fixedSubject: 'The list of the draw is fixed: {service}',
    fixedHeading: 'The list of the draw is fixed',
    fixedText:
      'The joining has ended and you are in. The order is worked out with the public value, which nobody knows today.',
    fixedNumber: 'Your number',
    fixedRoot: 'Root of the list',
    fixedKeep: 'Keep this e-mail: with the root anybody can show that the list was not changed afterwards.',
    value: 'Public value',
    lateSubject: 'The draw is late: {service}',
    lateHeading: 'The draw is late',
    lateText:
      'The office has not entered the public value yet. The list is fixed and the seed revealed: being late changes nothing, and turns begin after the draw. We write to you when yours is near.',
    displacedSubject: 'Your ticket is no longer valid: {service}',
    displacedHeading: 'Your ticket is no longer valid',
    displacedText:
      'Somebody who has already shown who they are has joined with the same codice fiscale. Each codice fiscale has one place only, and the one with a proved identity goes first.',
    displacedYou:
      'If that was you, with another account, your place is there. If you know nothing of it, write to us: somebody may be using your data.',
    displacedAction: 'Ask for help',
    soldOutSubject: 'There are no seats left: {service}',
    soldOutHeading: 'All seats were taken before your turn',
    soldOutText:
      'We are sorry. It did not depend on your line or on how often you clicked: the order had been found before.',
    soldOutNext: 'The next seats open',
    soldOutList: 'You can join the waiting list: seats that become free go first to those on the list.',
    soldOutListAction: 'Join the waiting list',
    soldOutWays: 'See what you can do now',
    check: 'Check how the order was drawn',
    cancelledSubject: 'The waiting room was closed: {service}',
    cancelledHeading: 'The waiting room was closed',
    cancelledText:
      'The office called it off: no seat was given after that. See on the page of the service when it opens again.',
    cancelledAction: 'Go to the page of the service',
  },
});
