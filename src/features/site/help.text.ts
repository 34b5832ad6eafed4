import { defineTexts } from '#platform/texts.ts';

export const helpTexts = defineTexts('site/help', {
  it: {
    title: 'Aiuto',
    lead: 'Come si prenota un appuntamento, come si conferma e si annulla, e che cosa fare quando qualcosa non va.',
    how: 'Come si prenota',
    howFind: 'Cerca la sede: un consolato, o l’ufficio anagrafe di un comune.',
    howService:
      'Apri il servizio che ti serve: trovi che cosa portare e le date libere. Per guardare non serve l’accesso.',
    howTime:
      'Scegli giorno e ora. Da quel momento il posto resta tuo per 10 minuti; puoi chiederne altri 5, una volta.',
    howLogin: 'Accedi, o registrati se è la prima volta: il posto resta trattenuto mentre lo fai.',
    howPeople: 'Scrivi chi viene, controlla il riepilogo e conferma. Ricevi un codice e un’e-mail con la ricevuta.',
    howStart: 'Cerca una sede',
    who: 'Chi può prenotare?',
    whoText:
      'Chiunque abbia una casella e-mail, italiano o no. Puoi prenotare per te o per altri: un figlio, un genitore, chi vive con te. Se vi serve lo stesso servizio nello stesso momento, e la sede lo permette, scegli più persone insieme.',
    whoCode:
      'Il codice fiscale serve dove la sede lo chiede. Se non ne hai uno e la sede non lo chiede, lascia vuoto il campo.',
    once: 'Posso avere due appuntamenti?',
    onceText:
      'Per lo stesso servizio ogni persona può avere un solo appuntamento attivo, in tutte le sedi. Per prenderne un altro annulla il primo; dopo la visita puoi prenotare di nuovo, al più tardi il giorno dopo. Per servizi diversi puoi prenotare più volte.',
    none: 'Non ci sono posti: che cosa faccio?',
    noneText:
      'La pagina del servizio dice quando si aprono i prossimi posti e quali altre sedi ne hanno. Un posto torna libero anche ogni volta che qualcuno annulla: torna a guardare, o mettiti in lista d’attesa dove la sede ce l’ha. Prenotare è gratis: non pagare chi offre posti a pagamento.',
    noneUrgent: 'Se il motivo è urgente, scrivi alla sede: i contatti che ha inserito sono nella sua pagina.',
    confirm: 'Devo confermare?',
    confirmText:
      'Dipende dalla sede: la pagina del servizio e la ricevuta lo dicono. Se devi confermare, ti scriviamo quando puoi farlo e ti ricordiamo il termine. Confermi con il pulsante dell’e-mail, senza accesso, o dai tuoi appuntamenti. Se il termine passa, l’appuntamento è annullato e il posto torna libero.',
    cancel: 'Come annullo, o cambio data?',
    cancelText:
      'Apri il link dell’e-mail, o i tuoi appuntamenti, e scegli «Annulla l’appuntamento». Per cambiare data scegli «Cambia giorno o ora»: il posto che hai resta tuo finché non hai preso il nuovo.',
    cancelLate:
      'Non puoi annullare da qui quando il termine è passato o quando la sede ha già preso in carico la tua richiesta: allora scrivi alla sede.',
    lost: 'Non trovo l’e-mail',
    lostText:
      'Guarda nella posta indesiderata. La ricevuta, il codice e i pulsanti per confermare e annullare sono anche nei tuoi appuntamenti, dopo l’accesso. Il codice per confermare l’indirizzo si può chiedere di nuovo nella pagina in cui si scrive.',
    lostLink: 'I miei appuntamenti',
    locked: 'Non riesco ad accedere',
    lockedText:
      'Dopo dieci password sbagliate l’accesso si ferma, al massimo per un giorno. Se l’e-mail è tua puoi entrare subito scegliendo una nuova password. Intanto i tuoi appuntamenti restano validi e i link nelle e-mail funzionano anche senza accesso.',
    lockedLink: 'Scegli una nuova password',
    lockedWhy: 'Tutti i motivi per cui non si entra o non si prenota',
    hours: 'Di dove sono gli orari?',
    hoursText:
      'Gli orari sono sempre quelli della sede. Dove la tua ora è diversa, la vedi accanto, se il browser usa JavaScript.',
    scripts: 'Senza JavaScript, con il telefono, con la tastiera',
    scriptsText:
      'Tutte le pagine funzionano anche senza JavaScript, su schermi piccoli e con la sola tastiera. Mancano solo le comodità: il conto alla rovescia, per esempio, diventa l’ora in cui scade il posto.',
    office: 'Come scrivo alla sede?',
    officeText:
      'Cerca la sede: la sua pagina mostra indirizzo, e-mail e telefono, se li ha inseriti. Indica il codice della prenotazione, che trovi sulla ricevuta.',
    officeLink: 'Cerca la sede',
    more: 'Altre pagine',
    askForHelp: 'Chiedi aiuto a una persona',
    faq: 'Domande frequenti',
    citizenManual: 'Manuale del cittadino',
    operatorManual: 'Manuale dell’operatore',
    privacy: 'Informativa sulla privacy',
    cookies: 'Cookie',
    accessibility: 'Dichiarazione di accessibilità',
  },
  en: {
    title: 'Help',
    lead: 'How to book an appointment, how to confirm and cancel it, and what to do when something goes wrong.',
    how: 'How to book',
    howFind: 'Search for the office: a consulate, or the registry office of a town.',
    howService: 'Open the service you need: you find what to bring and the free dates. Looking needs no login.',
    howTime: 'Choose a day and a time. From then on the seat is yours for 10 minutes; you can ask for 5 more, once.',
    howLogin: 'Log in, or register if it is your first time: the seat stays held while you do.',
    howPeople: 'Write who comes, check the summary and confirm. You get a code and an e-mail with the receipt.',
    howStart: 'Search for an office',
    who: 'Who can book?',
    whoText:
      'Anyone with a mailbox, Italian or not. You can book for yourself or for others: a child, a parent, somebody who lives with you. If you need the same service at the same time, and the office allows it, choose several people together.',
    whoCode:
      'The codice fiscale (the Italian tax code) is needed where the office asks for it. If you have none and the office does not ask, leave the field empty.',
    once: 'Can I have two appointments?',
    onceText:
      'For the same service each person can have one live appointment, counting all offices. To take another, cancel the first; after the visit you can book again, at the latest the day after. For different services you can book more than once.',
    none: 'There are no free seats: what can I do?',
    noneText:
      'The page of the service says when the next seats open and which other offices have some. A seat also becomes free whenever somebody cancels: look again, or join the waiting list where the office has one. Booking is free of charge: do not pay anyone who sells seats.',
    noneUrgent: 'If it is urgent, write to the office: the contacts it has entered are on its page.',
    confirm: 'Do I have to confirm?',
    confirmText:
      'It depends on the office: the page of the service and the receipt say so. If you have to confirm, we write to you when you can and remind you before the time is over. You confirm with the button in the e-mail, without logging in, or from your appointments. When the time is over, the appointment is cancelled and the seat becomes free again.',
    cancel: 'How do I cancel, or change the date?',
    cancelText:
      'Open the link in the e-mail, or your appointments, and choose “Cancel the appointment”. To change the date choose “Change day or time”: the seat you have stays yours until you have the new one.',
    cancelLate:
      'You cannot cancel from here when the time to do so is over, or when the office has already taken your request in charge: then write to the office.',
    lost: 'I cannot find the e-mail',
    lostText:
      'Look in the junk folder. The receipt, the code and the buttons to confirm and cancel are also in your appointments, after you log in. The code that proves your address can be asked for again on the page where you type it.',
    lostLink: 'My appointments',
    locked: 'I cannot log in',
    lockedText:
      'After ten wrong passwords the login is stopped, for a day at most. If the e-mail is yours you can enter at once by choosing a new password. Meanwhile your appointments stay valid, and the links in the e-mails work without logging in.',
    lockedLink: 'Choose a new password',
    lockedWhy: 'All reasons why one cannot get in or cannot book',
    hours: 'Which clock do the times follow?',
    hoursText:
      'Times are always those of the office. Where your own clock differs, you see your time beside it, if your browser uses JavaScript.',
    scripts: 'Without JavaScript, on a phone, by keyboard',
    scriptsText:
      'Every page also works without JavaScript, on small screens and with the keyboard alone. Only comforts are missing: the countdown, for example, becomes the time at which the seat expires.',
    office: 'How do I write to the office?',
    officeText:
      'Search for the office: its page shows address, e-mail and telephone, if it has entered them. Quote the booking code, which is on the receipt.',
    officeLink: 'Search for the office',
    more: 'Other pages',
    askForHelp: 'Ask a person for help',
    faq: 'Frequently asked questions',
    citizenManual: 'Citizen’s manual',
    operatorManual: 'Operator’s manual',
    privacy: 'Privacy notice',
    cookies: 'Cookies',
    accessibility: 'Accessibility statement',
  },
});
