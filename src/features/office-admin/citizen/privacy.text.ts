import { defineTexts } from '#platform/texts.ts';

export const privacyTexts = defineTexts('office-admin/privacy', {
  it: {
    title: 'Informativa privacy',
    heading: 'Come la sede usa i tuoi dati',
    lead: 'I dati che scrivi per prenotare servono a riceverti in sede e a scriverti del tuo appuntamento. A nient’altro.',
    home: 'Prenota',
    who: 'Chi è responsabile dei dati',
    controller: 'Titolare del trattamento: {name}.',
    dpo: 'Responsabile della protezione dei dati',
    dpoContacts: 'Per domande sui tuoi dati scrivi alla sede:',
    dpoNoContacts: 'Per domande sui tuoi dati chiedi alla sede: non ha ancora inserito i suoi contatti qui.',
    what: 'Quali dati, e perché',
    whatBooking:
      'Nome, cognome, data di nascita o codice fiscale di chi viene, un’e-mail e, se li scrivi, telefono, motivo e note. La pagina della prenotazione chiede solo quello che serve al servizio scelto.',
    whatWhy:
      'Servono a sapere chi arriva, a preparare la pratica, a scriverti dell’appuntamento e a non dare lo stesso servizio due volte.',
    legal:
      'La base giuridica è l’esecuzione di un compito di interesse pubblico della sede (articolo 6, paragrafo 1, lettera e, del Regolamento UE 2016/679).',
    seen: 'Chi li vede',
    seenText:
      'Gli operatori della sede e chi gestisce questo servizio. Ogni operatore vede solo le prenotazioni della sua sede, e quello che fa viene annotato.',
    rights: 'I tuoi diritti',
    rightsText:
      'Puoi chiedere alla sede di vedere, correggere o cancellare i tuoi dati, di limitarne l’uso, e puoi opporti (articoli 15–22 del Regolamento). Se non sei soddisfatto puoi rivolgerti al Garante per la protezione dei dati personali.',
    more: 'Altre informazioni della sede',
    site: 'Come il servizio protegge i dati, per quanto tempo, quali cookie usa',
    siteLink: 'Informativa di tutto il servizio',
    officeLink: 'Torna alla pagina della sede',
  },
  en: {
    title: 'Privacy notice',
    heading: 'How the office uses your data',
    lead: 'What you write to book is used to receive you at the office and to write to you about your appointment. For nothing else.',
    home: 'Book',
    who: 'Who is responsible for the data',
    controller: 'Controller: {name}.',
    dpo: 'Data protection officer',
    dpoContacts: 'For questions about your data write to the office:',
    dpoNoContacts: 'For questions about your data ask the office: it has not entered its contacts here yet.',
    what: 'Which data, and why',
    whatBooking:
      'Given name, surname, date of birth or codice fiscale of those who come, an e-mail and, if you write them, telephone, reason and notes. The booking page asks only what the chosen service needs.',
    whatWhy:
      'They serve to know who comes, to prepare the paperwork, to write to you about the appointment and not to give the same service twice.',
    legal:
      'The legal basis is a task of the office in the public interest (article 6, paragraph 1, letter e, of Regulation (EU) 2016/679).',
    seen: 'Who sees them',
    seenText:
      'The office’s operators and those who run this service. Every operator sees only the bookings of their own office, and what they do is written down.',
    rights: 'Your rights',
    rightsText:
      'You can ask the office to see, correct or erase your data, to restrict their use, and you can object (articles 15–22 of the Regulation). If you are not satisfied you can turn to the Italian data protection authority (Garante per la protezione dei dati personali).',
    more: 'More from the office',
    site: 'How the service protects data, for how long, which cookies it uses',
    siteLink: 'Notice of the whole service',
    officeLink: 'Back to the office’s page',
  },
});
