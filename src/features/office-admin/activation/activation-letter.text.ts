import { defineTexts } from '#platform/texts.ts';

export const activationLetterTexts = defineTexts('office-admin/activation-letter', {
  it: {
    subject: 'Attivazione del servizio appuntamenti: {office}',
    greeting: 'Alla cortese attenzione del responsabile di: {office}',
    why: 'La sede può ricevere prenotazioni con il servizio appuntamenti {site}. Per attivarla apri questo indirizzo:',
    who: 'Chi lo apre diventa il primo amministratore della sede: giralo solo a chi ne è responsabile.',
    what: 'Servono dieci minuti: dati della sede, orari, servizi, anteprima della settimana, pubblicazione. Puoi interrompere e riprendere quando vuoi.',
    until: 'L’indirizzo vale una volta sola, fino {day} alle {time} (ora italiana).',
    not: 'Se non aspettavi questo messaggio, non fare nulla.',
  },
  en: {
    subject: 'Activation of the appointment service: {office}',
    greeting: 'For the attention of whoever is responsible for: {office}',
    why: 'The office can take bookings with the appointment service {site}. To activate it open this address:',
    who: 'Whoever opens it becomes the office’s first administrator: pass it on only to who is responsible.',
    what: 'It takes ten minutes: details of the office, hours, services, preview of the week, publication. You may stop and go on whenever you like.',
    until: 'The address is good once, until {day} at {time} (Italian time).',
    not: 'If you did not expect this message, do nothing.',
  },
});
