import { defineTexts } from '#platform/texts.ts';

export const privacyTexts = defineTexts('site/privacy', {
  it: {
    title: 'Informativa sulla privacy',
    lead: 'I tuoi dati servono a prenotare, a riceverti in sede e a scriverti dei tuoi appuntamenti. A nient’altro.',
    who: 'Chi è responsabile dei dati',
    whoText:
      'Titolare del trattamento è la sede dove prenoti; l’ente che gestisce il sito tratta i dati per suo conto, o insieme a lei. Ogni sede ha la sua informativa, con il suo titolare e i suoi contatti: la trovi nella sua pagina. La base giuridica è l’esecuzione di un compito di interesse pubblico (articolo 6, paragrafo 1, lettera e, del Regolamento UE 2016/679).',
    dpo: 'Responsabile della protezione dei dati: {contact}',
    noDpo: 'Il contatto del responsabile della protezione dei dati non è ancora scritto qui: chiedilo alla sede.',
    offices: 'Cerca la sede e la sua informativa',
    which: 'Quali dati, e perché',
    whichAccount:
      'Quando ti registri: nome, cognome, data di nascita, e-mail, e se li scrivi luogo di nascita, telefono e codice fiscale. Servono a riconoscerti e a precompilare i moduli.',
    whichBooking:
      'Quando prenoti: gli stessi dati di chi viene, che rapporto ha con te, il motivo e le note per la sede. Servono a riceverti e a non dare due volte lo stesso servizio alla stessa persona.',
    whichHistory: 'Che cosa è successo a un appuntamento e chi l’ha fatto: prenotato, confermato, annullato, servito.',
    whichMessages: 'Quali e-mail ti abbiamo mandato e quando. Il testo non viene conservato.',
    whichLog:
      'Nei registri tecnici non scriviamo dati di persone, né indirizzi di pagine. L’indirizzo di rete serve solo, in memoria, a fermare chi invia troppe richieste.',
    whichNot:
      'Non creiamo profili, non usiamo statistiche di terzi e nessuna decisione su di te è presa da un algoritmo, tranne quelle che la pagina annuncia: per esempio l’annullamento di un appuntamento non confermato.',
    safe: 'Come li proteggiamo',
    safeCipher:
      'Codice fiscale, note e risposte per la sede sono cifrati nella banca dati. Il codice fiscale si può cercare solo intero.',
    safeReadable:
      'Nomi, date di nascita, e-mail e telefono restano leggibili nella banca dati, perché gli operatori li cercano e li ordinano.',
    safePassword: 'Della password resta solo un’impronta (Argon2id): nessuno può leggerla.',
    safeOffice: 'Un operatore vede solo le prenotazioni della sua sede, e quello che fa viene annotato.',
    seen: 'Chi li vede',
    seenText:
      'La sede dove prenoti e l’ente che gestisce il sito. Le e-mail passano dal servizio di posta dell’ente e dal tuo. Le pagine non caricano nulla da altri siti.',
    long: 'Per quanto tempo',
    longForm: 'Quello che scrivi in un modulo che non finisci: un giorno.',
    longHold: 'I posti trattenuti e non prenotati: una settimana.',
    longLogin: 'L’accesso: 12 ore. I codici per l’e-mail e per la password: 30 giorni.',
    longPhoto:
      'La foto, quello che tu e la sede ne dite, l’indirizzo di consegna e chi ritira: cifrati, cancellati subito se l’appuntamento è annullato, altrimenti di regola trenta giorni dopo. Chi vede la foto allo sportello viene annotato.',
    longKept:
      'Gli appuntamenti: {bookings, plural, =0 {finché li conserva l’ente, secondo le sue regole} other {# giorni dopo la data ne togliamo nomi, recapiti e risposte, e restano solo per le statistiche}}. Un accesso che nessuno usa: {accounts, plural, =0 {finché non lo chiudi} other {si chiude dopo # giorni, e te lo scriviamo un mese prima}}. Le e-mail che ti abbiamo scritto: un anno. Chi ha aperto i tuoi dati: {audit} giorni.',
    longReport:
      'Le segnalazioni di accessibilità: un anno dopo la risposta. Sono cifrate, perché possono dire della tua salute.',
    rights: 'I tuoi diritti',
    rightsText:
      'Puoi chiedere alla sede o all’ente di vedere, correggere o cancellare i tuoi dati, di limitarne l’uso e di opporti (articoli 15–22 del Regolamento UE 2016/679). Nel tuo profilo puoi già correggerne una parte, scaricarli tutti, vedere chi li ha aperti e chiudere l’accesso. Se non sei soddisfatto puoi rivolgerti al Garante per la protezione dei dati personali.',
    profile: 'Il mio profilo',
    cookiesTitle: 'Cookie',
    cookiesText: 'Usiamo solo cookie tecnici: la loro pagina li elenca uno per uno.',
    cookies: 'Cookie di questo sito',
    demo: 'Questo è un ambiente di prova: persone e appuntamenti sono inventati. Non scrivere dati veri.',
  },
  en: {
    title: 'Privacy notice',
    lead: 'Your data are used to book, to receive you at the office and to write to you about your appointments. For nothing else.',
    who: 'Who is responsible for the data',
    whoText:
      'The controller is the office where you book; the body that runs the site handles the data for it, or together with it. Each office has a notice of its own, with its controller and its contacts: it is on its page. The legal basis is a task in the public interest (article 6, paragraph 1, letter e, of Regulation (EU) 2016/679).',
    dpo: 'Data protection officer: {contact}',
    noDpo: 'The contact of the data protection officer is not written here yet: ask the office for it.',
    offices: 'Find the office and its notice',
    which: 'Which data, and why',
    whichAccount:
      'When you register: given name, surname, date of birth, e-mail and, if you write them, place of birth, telephone and codice fiscale. They serve to know you and to fill in forms for you.',
    whichBooking:
      'When you book: the same data of those who come, who they are to you, the reason and the notes for the office. They serve to receive you and not to give the same person the same service twice.',
    whichHistory: 'What happened to an appointment and who did it: booked, confirmed, cancelled, served.',
    whichMessages: 'Which e-mails we sent you and when. Their text is not kept.',
    whichLog:
      'Technical logs hold no data of people and no addresses of pages. The network address is used only, in memory, to stop whoever sends too many requests.',
    whichNot:
      'We make no profiles, use no statistics of others, and no decision about you is made by an algorithm, except those a page announces: for example that an appointment not confirmed is cancelled.',
    safe: 'How we protect them',
    safeCipher:
      'Codice fiscale, notes and answers for the office are encrypted in the database. A codice fiscale can be searched for only as a whole.',
    safeReadable:
      'Names, dates of birth, e-mail and telephone stay readable in the database, because operators search and sort by them.',
    safePassword: 'Of the password only a fingerprint is kept (Argon2id): nobody can read it.',
    safeOffice: 'An operator sees only the bookings of their own office, and what they do is written down.',
    seen: 'Who sees them',
    seenText:
      'The office where you book and the body that runs the site. E-mails pass through that body’s mail service and yours. The pages load nothing from other sites.',
    long: 'For how long',
    longForm: 'What you type in a form that you do not finish: one day.',
    longHold: 'Seats held and not booked: one week.',
    longLogin: 'A login: 12 hours. The codes for e-mail and password: 30 days.',
    longPhoto:
      'Your photo, what you and the office say of it, the delivery address and who collects: encrypted, deleted at once if the appointment is cancelled, otherwise as a rule thirty days after it. Whoever sees the photo at the desk is noted.',
    longKept:
      'Appointments: {bookings, plural, =0 {as long as the body keeps them, by its own rules} other {# days after their day we remove names, contacts and answers, and they stay for statistics only}}. An account that nobody uses: {accounts, plural, =0 {until you close it} other {is closed after # days, and we write to you a month before}}. Which e-mails we wrote to you: one year. Who opened your data: {audit} days.',
    longReport:
      'Reports on accessibility: a year after the answer. They are encrypted, because they may tell of your health.',
    rights: 'Your rights',
    rightsText:
      'You can ask the office or the body to see, correct or erase your data, to restrict their use, and you can object (articles 15–22 of Regulation (EU) 2016/679). In your profile you can correct some of them, download them all, see who has opened them and close your account. If you are not satisfied you can turn to the Italian data protection authority (Garante per la protezione dei dati personali).',
    profile: 'My profile',
    cookiesTitle: 'Cookies',
    cookiesText: 'We use technical cookies only: their page lists them one by one.',
    cookies: 'Cookies of this site',
    demo: 'This is a trial set-up: people and appointments are invented. Do not type real data.',
  },
});
