import { defineTexts } from '#platform/texts.ts';

export const loginHelpTexts = defineTexts('identity/login-help', {
  it: {
    title: 'Perché non riesco a entrare?',
    lead: 'Trova il tuo caso. I tuoi appuntamenti restano validi in ogni caso.',
    safeTitle: 'Intanto, i tuoi appuntamenti',
    safe: 'Li vedi, li confermi, li sposti e li disdici anche senza entrare: dai link nelle e-mail, o con il codice della prenotazione.',
    find: 'Ho il codice di una prenotazione',
    forgottenTitle: 'Non ricordi la password',
    forgotten:
      'Scegline una nuova: mandiamo un link all’indirizzo con cui ti sei registrato. Il link vale un’ora. Se non arriva guarda nella posta indesiderata.',
    forgottenWay: 'Scegli una nuova password',
    lockedTitle: 'Troppe password sbagliate',
    locked:
      'Dalla terza password sbagliata la risposta arriva un po’ più tardi. Dopo dieci in un giorno l’accesso si ferma, al massimo per 24 ore dalla prima: la pagina dice fino a che ora. Poi si riapre da solo.',
    lockedWay:
      'Per entrare subito scegli una nuova password: il blocco si toglie. Un computer o telefono con cui sei già entrato non si ferma per gli errori di altri.',
    unverifiedTitle: 'L’indirizzo e-mail è ancora da confermare',
    unverified:
      'Accedi con la tua password: ti mandiamo un codice di sei cifre e la pagina per scriverlo. Dopo sette giorni senza conferma la registrazione si cancella, e puoi rifarla.',
    unverifiedWay: 'Accedi e conferma',
    addressTitle: 'Le e-mail non arrivano, o l’indirizzo non è più tuo',
    address:
      'Controlla la posta indesiderata e di avere scritto bene l’indirizzo. Se hai due registrazioni, prova con l’altro indirizzo. Se non leggi più quella casella, chiedi alla sede: può correggere dove ti scriviamo per un appuntamento.',
    addressWay: 'Trova i contatti della sede',
    blockedTitle: 'Entri, ma non puoi prenotare: una sede ha fermato le nuove prenotazioni',
    blocked:
      'Lo decide sempre una persona, mai il sistema da solo, e scrive il motivo. Riguarda solo le prenotazioni nuove: l’accesso e gli appuntamenti che hai restano. Puoi rispondere dalla pagina, o dal link dell’e-mail anche senza entrare.',
    blockedWay: 'Leggi perché e rispondi',
    pauseTitle: 'Entri, ma c’è una pausa per appuntamenti mancati',
    pause:
      'Alcune sedi chiedono una pausa a chi manca più volte senza disdire. Lo scrivono prima, nella pagina del servizio. Dura al massimo 90 giorni e la pagina dice quando finisce. Se c’era un motivo, spiegalo: la sede può toglierla.',
    pauseWay: 'Vedi quando finisce',
    otherTitle: 'Non è nessuno di questi casi',
    other: 'Scrivici dalla pagina di aiuto: funziona anche senza entrare.',
    otherWay: 'Chiedi aiuto',
  },
  en: {
    title: 'Why can I not get in?',
    lead: 'Find your case. Your appointments stay valid whichever it is.',
    safeTitle: 'Meanwhile, your appointments',
    safe: 'You can see, confirm, move and cancel them without logging in: from the links in e-mails, or with the booking code.',
    find: 'I have the code of a booking',
    forgottenTitle: 'You do not remember the password',
    forgotten:
      'Choose a new one: we send a link to the address you registered with. The link is good for an hour. If it does not arrive, look among unwanted mail.',
    forgottenWay: 'Choose a new password',
    lockedTitle: 'Too many wrong passwords',
    locked:
      'From the third wrong password on, the answer takes a little longer. After ten in a day the login stops, for at most 24 hours from the first: the page says until when. Then it opens by itself.',
    lockedWay:
      'To enter at once choose a new password: that lifts the lock. A computer or telephone you have logged in with before is not stopped by other people’s mistakes.',
    unverifiedTitle: 'The e-mail address is still to be confirmed',
    unverified:
      'Log in with your password: we send you a six-digit code and the page to write it on. After seven days without confirmation the registration is deleted, and you can make it again.',
    unverifiedWay: 'Log in and confirm',
    addressTitle: 'E-mails do not arrive, or the address is no longer yours',
    address:
      'Look among unwanted mail, and check the spelling of the address. If you registered twice, try the other address. If you no longer read that mailbox, ask the office: it can correct where we write to you about an appointment.',
    addressWay: 'Find the office’s contacts',
    blockedTitle: 'You get in but cannot book: an office has stopped new bookings',
    blocked:
      'A person always decides that, never the system by itself, and writes the reason. It concerns new bookings only: your login and the appointments you have stay. You can answer on the page, or from the link in the e-mail without logging in.',
    blockedWay: 'Read why, and answer',
    pauseTitle: 'You get in but there is a pause after missed appointments',
    pause:
      'Some offices ask for a pause from whoever misses several appointments without cancelling. They say so beforehand, on the service’s page. It lasts 90 days at most and the page says when it ends. If there was a reason, explain it: the office can take it away.',
    pauseWay: 'See when it ends',
    otherTitle: 'None of these',
    other: 'Write to us from the help page: it works without logging in.',
    otherWay: 'Ask for help',
  },
});
