import { defineTexts } from '#platform/texts.ts';

export const cookiesTexts = defineTexts('site/cookies', {
  it: {
    title: 'Cookie',
    lead: 'Questo sito usa solo i cookie senza i quali non funzionerebbe. Nessuno ti segue, per questo non ti chiediamo un consenso.',
    table: 'I cookie di questo sito',
    name: 'Nome',
    what: 'A che cosa serve',
    until: 'Quanto dura',
    session: 'Ti riconosce dopo l’accesso. Si cancella quando esci.',
    csrf: 'Protegge i moduli: nessun altro sito può inviarne uno al posto tuo.',
    lang: 'Ricorda la lingua che hai scelto.',
    hold: 'Lega a questo browser il posto che hai trattenuto prima di accedere.',
    draft: 'Ritrova quello che avevi scritto, se devi scegliere un altro orario.',
    registration: 'Ti fa entrare quando confermi l’indirizzo e-mail dopo la registrazione. Il contenuto è cifrato.',
    email: 'Tiene a portata l’indirizzo che hai scritto per scegliere una nuova password. Il contenuto è cifrato.',
    person:
      'Tiene pronti nome, cognome, codice fiscale e comune che hai scritto cercando la prima data. Il contenuto è cifrato.',
    ticket: 'Ricorda il tuo posto in una sala d’attesa, per mostrarlo sulle altre pagine. Non dice chi sei.',
    invitation: 'Ricorda che hai scritto un codice di invito buono, per mostrarti gli orari. Non contiene il codice.',
    device:
      'Riconosce un browser dal quale hai già fatto accesso: così un estraneo che sbaglia la tua password non ti chiude fuori. Se molti account usano lo stesso browser, conta quanti sono.',
    arrival: 'Quando torni da SPID o CIE, consegna al tuo account il posto che tenevi prima di accedere.',
    login: 'Lega a questo browser l’accesso che hai iniziato con SPID o CIE: la risposta del gestore vale solo qui.',
    'login-here': 'Lo stesso, dove il sito è provato senza HTTPS.',
    'half-login':
      'Ricorda per dieci minuti che la password era giusta, mentre chi lavora in una sede scrive il codice.',
    shared: 'Ricorda che un computer di lavoro lo usano più persone: lì l’accesso si chiude prima.',
    minutes10: '10 minuti',
    browser: 'Fino alla chiusura del browser',
    minutes15: '15 minuti',
    hour: 'Un’ora',
    hours2: 'Due ore',
    hours12: '12 ore',
    year: 'Un anno',
    store: 'Memoria del browser',
    storeText:
      'Nell’area degli uffici, chi spegne il tasto rapido della ricerca lascia nel browser la sua scelta, con il nome {name}. Non viene inviata a nessuno.',
    others: 'Altri siti',
    othersText:
      'Le pagine non caricano nulla da altri siti: niente statistiche, pubblicità, mappe o caratteri di terzi. Una regola inviata con ogni pagina (Content-Security-Policy) lo impedisce al browser.',
    without: 'Se li rifiuti',
    withoutText:
      'Puoi cancellare i cookie o rifiutarli nelle impostazioni del browser. Le date libere si vedono lo stesso; per accedere e prenotare i cookie servono.',
  },
  en: {
    title: 'Cookies',
    lead: 'This site uses only the cookies it could not work without. Nobody follows you, so there is no consent to ask for.',
    table: 'The cookies of this site',
    name: 'Name',
    what: 'What it is for',
    until: 'How long it lasts',
    session: 'Knows you after you log in. Deleted when you log out.',
    csrf: 'Protects the forms: no other site can send one in your place.',
    lang: 'Remembers the language you chose.',
    hold: 'Ties to this browser the seat you held before logging in.',
    draft: 'Finds again what you had typed, if you have to choose another time.',
    registration: 'Lets you in when you confirm your e-mail address after registering. Its content is encrypted.',
    email: 'Keeps at hand the address you typed to choose a new password. Its content is encrypted.',
    person:
      'Keeps the name, surname, codice fiscale and municipality that you wrote when looking for the first date. The content is encrypted.',
    ticket: 'Remembers your place in a waiting room, to show it on the other pages. It does not say who you are.',
    invitation: 'Remembers that you wrote a good invitation code, to show you the times. It does not hold the code.',
    device:
      'Knows a browser you have logged in from: a stranger who mistypes your password then cannot lock you out. Where many accounts use one browser, it counts how many.',
    arrival: 'When you come back from SPID or CIE, hands the seat you held before to your account.',
    login: 'Ties the login you began with SPID or CIE to this browser: the provider’s answer is good only here.',
    'login-here': 'The same, where the site is tried out without HTTPS.',
    'half-login': 'Remembers for ten minutes that the password was right, while somebody of an office types the code.',
    shared: 'Remembers that several people use a computer at work: there the login ends sooner.',
    minutes10: '10 minutes',
    browser: 'Until the browser is closed',
    minutes15: '15 minutes',
    hour: 'One hour',
    hours2: 'Two hours',
    hours12: '12 hours',
    year: 'One year',
    store: 'The browser’s own store',
    storeText:
      'In the offices’ area, whoever turns the search key off leaves that choice in the browser, under the name {name}. It is sent to nobody.',
    others: 'Other sites',
    othersText:
      'The pages load nothing from other sites: no statistics, advertising, maps or fonts of others. A rule sent with every page (Content-Security-Policy) keeps the browser from doing so.',
    without: 'If you refuse them',
    withoutText:
      'You can delete or refuse cookies in your browser’s settings. Free dates are shown all the same; to log in and book, the cookies are needed.',
  },
});
