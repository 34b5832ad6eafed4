import { defineTexts } from '#platform/texts.ts';

export const contactsTexts = defineTexts('site/contacts', {
  it: {
    title: 'Contatti: chi risponde di che cosa',
    lead: 'Per un appuntamento o una pratica risponde la sede. Per il sito risponde chi lo gestisce.',
    booking: 'Il tuo appuntamento o la tua pratica',
    bookingText:
      'Risponde la sede dove hai prenotato: orari, documenti, ritardi, modifiche che non puoi fare da solo. I suoi recapiti sono nella sua pagina e sulla ricevuta; dalla pagina dell’appuntamento puoi anche scriverle.',
    bookingOwn: 'I miei appuntamenti',
    bookingFind: 'Apri una prenotazione con il codice',
    offices: 'Tutte le sedi con i loro recapiti',
    account: 'L’accesso e il funzionamento del sito',
    accountText:
      'Risponde chi gestisce il sito: accesso, e-mail che non arrivano, pagine che non vanno. Puoi scrivere anche se non riesci a entrare, e aggiungere immagini dello schermo.',
    ask: 'Chiedi aiuto',
    locked: 'Perché non riesco a entrare',
    who: 'Chi gestisce il sito',
    data: 'I tuoi dati personali',
    dataText:
      'Per i dati di un appuntamento risponde la sede: la sua informativa è nella sua pagina. Per l’accesso risponde chi gestisce il sito.',
    privacy: 'Informativa privacy del sito',
    dpo: 'Responsabile della protezione dei dati: {contact}',
    accessibility: 'Accessibilità',
    accessibilityText:
      'Se qualcosa non si usa con la tastiera, con un lettore di schermo o con lo zoom, segnalalo: risponde chi gestisce il sito.',
    report: 'Segnala un problema di accessibilità',
    operators: 'Chi lavora in una sede',
    operatorsText:
      'Risponde chi amministra la rete: permessi, servizi, planner, primi passi. Scrivi con «Chiedi aiuto», in alto in ogni pagina della sede. Per la password del tuo accesso chiedi prima a chi amministra la tua sede.',
    operatorManual: 'Manuale dell’operatore',
    join: 'Un comune o un consolato che vuole usare il sito',
    joinText: 'Scrivi a chi gestisce il sito: attiva la sede con un collegamento mandato alla sua casella certificata.',
    safety: 'Un punto debole nella sicurezza',
    safetyText: 'Dillo in privato a chi gestisce il sito, prima di parlarne in pubblico.',
    safetyLink: 'Come segnalarlo',
    free: 'Nessuno può chiederti denaro per un appuntamento: se succede, dillo alla sede.',
  },
  en: {
    title: 'Contacts: who answers for what',
    lead: 'For an appointment or a request the office answers. For the site, whoever runs it.',
    booking: 'Your appointment or your request',
    bookingText:
      'The office where you booked answers: hours, documents, delays, changes you cannot make alone. Its contacts are on its page and on the receipt; you can also write to it from the appointment’s page.',
    bookingOwn: 'My appointments',
    bookingFind: 'Open a booking with its code',
    offices: 'All offices with their contacts',
    account: 'Your account and how the site works',
    accountText:
      'Whoever runs the site answers: logging in, e-mails that do not arrive, pages that do not work. You can write even if you cannot log in, and add pictures of the screen.',
    ask: 'Ask for help',
    locked: 'Why I cannot log in',
    who: 'Who runs the site',
    data: 'Your personal data',
    dataText:
      'For the data of an appointment the office answers: its privacy notice is on its page. For your account, whoever runs the site.',
    privacy: 'Privacy notice of the site',
    dpo: 'Data protection officer: {contact}',
    accessibility: 'Accessibility',
    accessibilityText:
      'If something cannot be used by keyboard, with a screen reader or enlarged, report it: whoever runs the site answers.',
    report: 'Report an accessibility problem',
    operators: 'People who work at an office',
    operatorsText:
      'Whoever administers the network answers: rights, services, planners, first steps. Write with “Ask for help”, at the top of every page of the office. For the password of your account ask your office’s administrator first.',
    operatorManual: 'Operator’s manual',
    join: 'A municipality or consulate that wants to use the site',
    joinText: 'Write to whoever runs the site: they activate the office with a link sent to its certified mailbox.',
    safety: 'A weakness in security',
    safetyText: 'Write it in private to this contact before speaking of it in public.',
    safetyLink: 'How to report it',
    free: 'Nobody may ask you for money for an appointment: if it happens, tell the office.',
  },
});
