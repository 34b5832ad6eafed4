import { defineTexts } from '#platform/texts.ts';

export const invitationTexts = defineTexts('booking/invitation', {
  it: {
    only: 'Solo su invito',
    onlyAbout:
      'La sede chiama le persone una per una e dà a ciascuna un codice, per e-mail o di persona. Se pensi di averne diritto e non hai ricevuto il codice, scrivi alla sede.',
    enter: 'Ho un codice di invito',
    contacts: 'Contatti della sede',
    invited: 'Il tuo invito è valido',
    invitedAbout: 'Scegli un giorno e un orario: l’invito vale per una prenotazione.',
    title: 'Scrivi il codice di invito',
    lead: 'È nel messaggio della sede: otto lettere e cifre, come ABCD-2345. Maiuscole, spazi e trattini non contano.',
    code: 'Codice di invito',
    continue: 'Vedi gli orari',
    back: 'Torna al servizio',
    unknown:
      'Questo codice non vale per questo servizio. Controlla le lettere e il servizio; se resta così, scrivi alla sede.',
    used: 'Con questo codice è già stato prenotato un appuntamento: lo trovi fra i tuoi appuntamenti.',
    expired: 'Questo invito è scaduto. Scrivi alla sede per averne un altro.',
    required: 'Scrivi il codice di invito.',
  },
  en: {
    only: 'By invitation only',
    onlyAbout:
      'The office calls people one by one and gives each a code, by e-mail or in person. If you think you have a right to it and have received no code, write to the office.',
    enter: 'I have an invitation code',
    contacts: 'Contacts of the office',
    invited: 'Your invitation is valid',
    invitedAbout: 'Choose a day and a time: the invitation is for one booking.',
    title: 'Enter the invitation code',
    lead: 'It is in the office’s message: eight letters and figures, like ABCD-2345. Capitals, spaces and hyphens do not matter.',
    code: 'Invitation code',
    continue: 'See the times',
    back: 'Back to the service',
    unknown:
      'This code is not valid for this service. Check the letters and the service; if it stays so, write to the office.',
    used: 'An appointment has been booked with this code already: you find it among your appointments.',
    expired: 'This invitation has expired. Write to the office to have another one.',
    required: 'Write the invitation code.',
  },
});
