import { defineTexts } from '#platform/texts.ts';

export const mailTexts = defineTexts('demo/mail', {
  it: {
    title: 'E-mail ricevute',
    lead: 'In prova nessuna e-mail esce da qui: si leggono tutte in questa pagina.',
    search: 'Indirizzo a cui è stata spedita',
    searchHint: 'Per esempio giulia.ferri@demo.example. Vuoto: tutte.',
    caption:
      '{count, plural, =0 {Nessuna e-mail} one {Una e-mail, la più recente} other {# e-mail, le più recenti in alto}}',
    captionFor:
      '{count, plural, =0 {Nessuna e-mail per {to}} one {Una e-mail per {to}} other {# e-mail per {to}, le più recenti in alto}}',
    subject: 'Oggetto',
    to: 'A',
    sentAt: 'Spedita',
    at: '{day}, ore {time} (ora italiana)',
    none: 'Ancora nessuna e-mail',
    noneText:
      'Le e-mail arrivano qui pochi secondi dopo quello che le fa partire: una registrazione, una prenotazione. Ricarica la pagina.',
    all: 'Tutte le e-mail',
    inbox: 'Torna alle e-mail di {to}',
    asHtml: 'Come appare',
    asText: 'In solo testo',
    attachments: 'Allegati',
    links: 'Collegamenti',
  },
  en: {
    title: 'Received e-mails',
    lead: 'In the trial set-up no e-mail leaves: all of them are read on this page.',
    search: 'Address it was sent to',
    searchHint: 'For example giulia.ferri@demo.example. Empty: all of them.',
    caption: '{count, plural, =0 {No e-mail} one {One e-mail, the latest} other {# e-mails, the latest first}}',
    captionFor:
      '{count, plural, =0 {No e-mail for {to}} one {One e-mail for {to}} other {# e-mails for {to}, the latest first}}',
    subject: 'Subject',
    to: 'To',
    sentAt: 'Sent',
    at: '{day}, {time} (Italian time)',
    none: 'No e-mail yet',
    noneText: 'E-mails arrive here a few seconds after what causes them: a registration, a booking. Reload the page.',
    all: 'All e-mails',
    inbox: 'Back to the e-mails of {to}',
    asHtml: 'As it looks',
    asText: 'As plain text',
    attachments: 'Attachments',
    links: 'Links',
  },
});
